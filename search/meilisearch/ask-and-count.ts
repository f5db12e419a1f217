import { askedTogether } from './asked-together.ts';
import type { Connection } from './connection.ts';
import type { StoredDocument } from './document.ts';
import type { FacetField } from './filter.ts';
import { multiSearch, type Answer, type Ask } from './multi-search.ts';
import type { HitsQuestion } from './questions.ts';
import type { FoundDocument } from './reading.ts';
import { heardLater, type CountedAnswer, type Counts } from './tally.ts';

/** A hit with the values that it is counted by. */
type FoundHit = FoundDocument & Partial<Pick<StoredDocument, FacetField>>;

/** Documents up to which the threads that they belong to are counted. */
const MOST_COUNTED_AS_THREADS = 1_000;

/**
 * The first hits of each question, and how many there are, by facet too, as soon as that is known. Hits that are all there are count themselves. Of
 * more the server counts apart, while the first ones are ranked: to count them costs it more than to find them.
 */
export async function askAndCount(
  connection: Connection,
  questions: readonly HitsQuestion[],
): Promise<CountedAnswer[]> {
  const answers = await multiSearch<FoundHit>(
    connection,
    questions.map(({ facets: _, ...question }) => question),
  );
  const ask = askedTogether(connection);
  return questions.map((question, at) => {
    const answer = answers[at] ?? { hits: [], total: 0, facets: {} };
    return { hits: answer.hits, count: heardLater(countAll(question, answer, ask)) };
  });
}

/**
 * To count threads the server goes through everything that is found, one document after the other, which among a million takes half a second: so it counts
 * them where these are few, and documents where they are many.
 */
async function countAll(asked: HitsQuestion, { hits, total }: Answer<FoundHit>, ask: Ask): Promise<Counts> {
  const { facets, limit, page: _, hitsPerPage, ...byThread } = asked;
  if (hits.length < (limit ?? hitsPerPage ?? 0)) return { total, facets: countValues(hits, facets) };
  if (limit !== undefined && total <= MOST_COUNTED_AS_THREADS) {
    const [exactly] = await ask<object>([{ ...byThread, facets, page: 1, hitsPerPage: 0 }]);
    return exactly ?? { total, facets: {} };
  }
  const { distinct: __, ...question } = byThread;
  const [counted] = facets.length > 0 ? await ask<object>([{ ...question, facets, limit: 0 }]) : [];
  return { total, facets: counted?.facets ?? {} };
}

/** By field, in how many of the hits each of its values is. */
function countValues(hits: readonly FoundHit[], fields: readonly FacetField[]): Counts['facets'] {
  return Object.fromEntries(
    fields.map((field) => {
      const counts: Record<string, number> = {};
      for (const value of hits.flatMap((hit) => hit[field] ?? [])) {
        const name = String(value);
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return [field, counts];
    }),
  );
}
