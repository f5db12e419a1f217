import type { MultiSearchQuery } from 'meilisearch';
import { rubbish, type Connection } from './connection.ts';
import { postQuestion } from './post-question.ts';

/** What the server found for one of several questions. */
export type Answer<Document> = {
  hits: Document[];
  /** Exact when pages were asked for, or when there were no more hits than were asked for; else about how many documents were found. */
  total: number;
  facets: Record<string, Record<string, number>>;
};

/** A question about our index. */
export type Question = Omit<MultiSearchQuery, 'indexUid'>;

/** Has several questions answered, in the same order. */
export type Ask = <Document extends object>(questions: readonly Question[]) => Promise<Answer<Document>[]>;

/** Asks several questions in one request, all of our index. Answers come in the same order. */
export async function multiSearch<Document extends object>(
  connection: Connection,
  questions: readonly Question[],
): Promise<Answer<Document>[]> {
  if (questions.length === 0) return [];
  const asked = questions.map((question) => ({ indexUid: connection.index, ...question }));
  const answer = await postQuestion(connection, 'multi-search', { queries: asked });
  const results = (answer as { results?: unknown } | null | undefined)?.results;
  if (!Array.isArray(results) || results.length !== questions.length) throw rubbish();
  return results.map((result) => readAnswer<Document>(result));
}

function readAnswer<Document>(result: unknown): Answer<Document> {
  const { hits, totalHits, estimatedTotalHits, facetDistribution } = result as Partial<Record<string, unknown>>;
  if (!Array.isArray(hits)) throw rubbish();
  const total = [totalHits, estimatedTotalHits, hits.length].find((number) => typeof number === 'number') ?? 0;
  return {
    hits: hits as Document[],
    total,
    facets: (facetDistribution ?? {}) as Answer<Document>['facets'],
  };
}
