import { FACETS, type Facet, type FacetCounts, type SearchQuery } from '../engine.ts';
import { FIELD_OF } from './filter.ts';
import type { Answer } from './multi-search.ts';
import type { FoundDocument } from './reading.ts';

/** What is found with these filters: those of the query, or those without that of one facet, whose values are counted so. */
export type Variant = { facet: Facet | null; filters: SearchQuery['filters'] };
/** What was found so far. */
export type Tally = Variant & {
  documents: FoundDocument[];
  /** Threads (posts, inside a thread) in hand. */
  keys: Set<string>;
  /** How many each question found. */
  counts: Promise<Counts>[];
};
export type Counts = Pick<Answer<unknown>, 'total' | 'facets'>;

/** Nothing yet; the query itself first. */
export function nothingFound(query: SearchQuery): Tally[] {
  return variantsOf(query).map(emptyTally);
}

function emptyTally(variant: Variant): Tally {
  return { ...variant, documents: [], keys: new Set(), counts: [] };
}

function variantsOf({ filters }: SearchQuery): Variant[] {
  const active = FACETS.filter((facet) => filters[facet].length > 0);
  return [{ facet: null, filters }, ...active.map((facet) => ({ facet, filters: { ...filters, [facet]: [] } }))];
}

/** The hits of a question, and how many there are as soon as that was counted. */
export type CountedAnswer = { hits: FoundDocument[]; count: Promise<Counts> };

/** What was found, and what is found beyond it. */
export function add(tally: Tally, answer: CountedAnswer, { threadId }: SearchQuery): Tally {
  const keyOf = (document: FoundDocument) => (threadId === null ? document.threadId : document.id);
  // A thread that holds both languages may be found in both.
  const again = answer.hits.filter((document) => tally.keys.has(keyOf(document))).length;
  const count = heardLater(answer.count.then(({ total, facets }) => ({ total: total - again, facets })));
  return {
    ...tally,
    documents: [...tally.documents, ...answer.hits],
    keys: new Set([...tally.keys, ...answer.hits.map(keyOf)]),
    counts: [...tally.counts, count],
  };
}

/** The same promise. Whoever waits for it hears that it failed; until then, or when nobody does any more, that is nobody's error. */
export function heardLater<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

export type SummedUp = Variant & Counts;

export async function sumUp({ facet, filters, counts }: Tally): Promise<SummedUp> {
  const sum: SummedUp = { facet, filters, total: 0, facets: {} };
  for (const { total, facets } of await Promise.all(counts)) {
    sum.total += total;
    for (const [field, values] of Object.entries(facets)) sum.facets[field] = sumOf(sum.facets[field] ?? {}, values);
  }
  return sum;
}

function sumOf(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const sum = { ...one };
  for (const [value, count] of Object.entries(other)) sum[value] = (sum[value] ?? 0) + count;
  return sum;
}

const ANSWERED: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

export function facetsOf(tallies: readonly SummedUp[]): FacetCounts {
  const counts = (facet: Facet) => {
    const tally = tallies.find((other) => other.facet === facet) ?? tallies[0];
    return tally?.facets[FIELD_OF[facet]] ?? {};
  };
  const answered = Object.entries(counts('answered')).map(
    ([value, count]) => [ANSWERED[value] ?? value, count] as const,
  );
  return {
    topic: counts('topic'),
    perspective: counts('perspective'),
    kind: counts('kind'),
    language: counts('language'),
    answered: Object.fromEntries(answered),
  };
}
