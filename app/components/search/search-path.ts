import type { SearchRequest } from '#app/domain/search/schema.ts';

const FILTERS = ['topic', 'perspective', 'kind', 'language', 'answered'] as const;
export type Filter = (typeof FILTERS)[number];

/** The parameters of a search. What stands at its default is left out; the page only if it is not the first. */
export function parametersOf(asked: SearchRequest): URLSearchParams {
  const query = new URLSearchParams();
  if (asked.q !== '') query.set('q', asked.q);
  for (const filter of FILTERS) for (const value of asked[filter]) query.append(filter, value);
  if (asked.since !== null) query.set('since', asked.since);
  if (asked.thread !== null) query.set('thread', asked.thread);
  if (asked.sort !== 'relevance') query.set('sort', asked.sort);
  if (asked.page > 1) query.set('page', String(asked.page));
  return query;
}

/** The address of a search. */
export function searchPath(asked: SearchRequest): string {
  const query = parametersOf(asked);
  return query.size === 0 ? '/search' : `/search?${query.toString()}`;
}

/** The same search from its first page on, with one more value of a filter; of periods there is only one. */
export function withValue(asked: SearchRequest, filter: Filter | 'since', value: string): SearchRequest {
  const first = { ...asked, page: 1 };
  if (filter === 'since') return { ...first, since: value };
  // The values come from lists of those that there are.
  return { ...first, [filter]: [...asked[filter], value] };
}

/** The same search from its first page on, without one value of a filter. */
export function without(asked: SearchRequest, filter: Filter | 'since' | 'thread', value: string): SearchRequest {
  const first = { ...asked, page: 1 };
  if (filter === 'since' || filter === 'thread') return { ...first, [filter]: null };
  return { ...first, [filter]: asked[filter].filter((each) => each !== value) };
}

/** The same words, anywhere. */
export function withoutFilters(asked: SearchRequest): SearchRequest {
  return {
    ...asked,
    topic: [],
    perspective: [],
    kind: [],
    language: [],
    answered: [],
    since: null,
    thread: null,
    page: 1,
  };
}

export function isNarrowed(asked: SearchRequest): boolean {
  return asked.since !== null || asked.thread !== null || FILTERS.some((filter) => asked[filter].length > 0);
}

/** How much the search is narrowed by what stands beside the results. */
export function countChosen(asked: SearchRequest): number {
  return FILTERS.reduce((sum, filter) => sum + asked[filter].length, asked.since === null ? 0 : 1);
}

/** Whether anything was asked at all: words, or a filter, which lists what fits it. */
export function isAsking(asked: SearchRequest): boolean {
  return asked.q.trim() !== '' || isNarrowed(asked);
}
