import type { Suggestion } from '../engine.ts';
import { parseQuery } from '../parse-query.ts';
import type { SqlExecutor } from '../sql.ts';
import type { Synonyms } from '../synonyms.ts';
import { completions } from './lexicon.ts';
import { planFor } from './query.ts';
import { documentsQuery } from './tsquery.ts';

const MOST_WORDS = 3;

/** Threads whose titles hold every word typed so far, the last one as a beginning; then words to end the last one with. */
export async function suggest(
  sql: SqlExecutor,
  synonyms: Synonyms,
  prefix: string,
  limit: number,
): Promise<Suggestion[]> {
  const parsed = parseQuery(prefix);
  const last = parsed.terms.at(-1);
  if (last === undefined) return [];
  const plan = await planFor(sql, synonyms, parsed, []);
  const titles = await sql<{ threadId: string; title: string }>(
    `SELECT document.thread_id AS "threadId", text.title
     FROM search_documents document JOIN search_texts text ON text.document_id = document.id
     WHERE document.is_opening AND document.vector @@ $1::text::tsquery
     ORDER BY document.title_length, document.reply_count_bucket DESC, document.id LIMIT $2::int`,
    [documentsQuery(plan, [plan.slots.map((_slot, at) => at)], 'A'), limit],
  );
  const words = last.unfinished ? await completions(sql, last.word, MOST_WORDS + 1) : [];
  return [
    ...titles.map((title) => ({ kind: 'thread' as const, ...title })),
    ...words.filter(({ word }) => word !== last.word).map(({ word }) => ({ kind: 'word' as const, word })),
  ].slice(0, limit);
}
