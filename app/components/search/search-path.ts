import type { SearchRequest } from '#app/domain/search/schema.ts';

const FILTERS = ['topic', 'perspective', 'kind', 'language', 'answered'] as const;
export type Filter = (typeof FILTERS)[number];

/** The address of a search. What stands at its default is left out; the page only if it is not the first. */
export function searchPath(asked: SearchRequest): string {
  const query = new URLSearchParams();
  if (asked.q !== '') query.set('q', asked.q);
  for (const filter of FILTERS) for (const value of asked[filter]) query.append(filter, value);
  if (asked.since !== null) query.set('since', asked.since);
  if (asked.thread !== null) query.set('thread', asked.thread);
  if (asked.sort !== 'relevance') query.set('sort', asked.sort);
  if (asked.page > 1) query.set('page', String(asked.page));
  return query.size === 0 ? '/search' : `/search?${query.toString()}`;
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

/** Whether anything was asked at all: words, or a filter, which lists what fits it. */
export function isAsking(asked: SearchRequest): boolean {
  return asked.q.trim() !== '' || isNarrowed(asked);
}
