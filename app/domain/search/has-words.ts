import { parseQuery } from '#search/parse-query.ts';

/** Whether a query says what to look for: signs alone, or only words that must not occur, find nothing anywhere. */
export function hasWords(query: string): boolean {
  return parseQuery(query).terms.length > 0;
}
