import type { Facet, SearchFilters, SearchQuery } from '../engine.ts';

/** The field that holds a facet's values. */
export const FIELD_OF = {
  topic: 'topics',
  perspective: 'perspective',
  kind: 'kind',
  language: 'language',
  answered: 'answered',
} as const satisfies Record<Facet, string>;

export type FacetField = (typeof FIELD_OF)[Facet];

/** A value as a filter takes it. Whatever stands in it, it does not end before its quotation mark does. */
export function quoted(value: string): string {
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

export function anyOf(filters: readonly string[]): string {
  return filters.length === 1 ? (filters[0] ?? '') : `(${filters.join(' OR ')})`;
}

function isIn(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map(quoted).join(', ')}]`;
}

type Filtered = Pick<SearchQuery, 'threadId' | 'without'> & { filters: SearchFilters };

/** What a query lets through, as a filter; empty when it is everything. All of its parts must hold. */
export function filterOf({ filters, threadId, without }: Filtered): string[] {
  const parts: string[] = [];
  if (threadId !== null) parts.push(`threadId = ${quoted(threadId)}`);
  for (const facet of ['topic', 'perspective', 'kind', 'language'] as const) {
    if (filters[facet].length > 0) parts.push(isIn(FIELD_OF[facet], filters[facet]));
  }
  if (filters.answered.length > 0) parts.push(anyOf(filters.answered.map((value) => `answered = ${value}`)));
  if (filters.sinceDay !== null) parts.push(`createdDay >= ${filters.sinceDay}`);
  if (without.posts.length > 0) parts.push(`NOT ${isIn('id', without.posts)}`);
  if (without.threads.length > 0) parts.push(`NOT ${isIn('threadId', without.threads)}`);
  return parts;
}
