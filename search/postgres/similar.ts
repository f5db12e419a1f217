import type { SimilarThread } from '../engine.ts';
import type { SqlExecutor } from '../sql.ts';
import { parseQuery } from '../parse-query.ts';
import type { Synonyms } from '../synonyms.ts';
import { wordsOf } from '../words.ts';
import type { Plan } from '../plan.ts';
import { planFor } from './query.ts';
import { anyOf, documentsQuery, slotQuery } from './tsquery.ts';

/** Words that two threads are compared by: those of the text that tell the most. */
const MOST_WORDS = 8;
/** Words of a long text that are looked at for them, from its beginning. */
const WORDS_READ = 120;
const MOST_DOCUMENTS = 2_000;

/** Threads whose openings share at least two telling words with a text or a thread, those that share the most first. */
export async function findSimilar(
  sql: SqlExecutor,
  synonyms: Synonyms,
  to: { text: string } | { threadId: string },
  limit: number,
): Promise<SimilarThread[]> {
  const text = 'text' in to ? to.text : await openingText(sql, to.threadId);
  const words = [...new Set(wordsOf(text))].slice(0, WORDS_READ);
  const plan = await planFor(sql, synonyms, parseQuery(`${words.join(' ')} `), []);
  const telling = tellingSlots(plan);
  if (telling.length === 0) return [];
  const parameters: (string | number | null)[] = [pairs(plan, telling), 'threadId' in to ? to.threadId : null, limit];
  const measure = telling.map((at) => {
    const slot = parameters.push(slotQuery(plan, at, ''));
    const inTitle = parameters.push(slotQuery(plan, at, 'A'));
    const worth = plan.slots[at]?.worth.toFixed(4);
    return `CASE WHEN vector @@ $${inTitle}::text::tsquery THEN 2 WHEN vector @@ $${slot}::text::tsquery THEN 1 ELSE 0 END * ${worth}`;
  });
  return sql<SimilarThread>(
    `SELECT found.thread_id AS "threadId", text.title FROM (
       SELECT id, thread_id, ${measure.join(' + ')} AS measure FROM search_documents
       WHERE is_opening AND vector @@ $1::text::tsquery AND thread_id IS DISTINCT FROM $2::text LIMIT ${MOST_DOCUMENTS}
     ) found JOIN search_texts text ON text.document_id = found.id
     ORDER BY measure DESC, found.id LIMIT $3::int`,
    parameters,
  );
}

async function openingText(sql: SqlExecutor, threadId: string): Promise<string> {
  const [row] = await sql<{ text: string }>(
    `SELECT text.title || ' ' || text.body AS text FROM search_documents document
     JOIN search_texts text ON text.document_id = document.id
     WHERE document.thread_id = $1 AND document.is_opening`,
    [threadId],
  );
  return row?.text ?? '';
}

function tellingSlots({ slots }: Plan): number[] {
  return slots
    .map((slot, at) => ({ ...slot, at }))
    .filter(({ telling, docs }) => telling && docs > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_WORDS)
    .map(({ at }) => at);
}

/** Any two of the slots; the one there is, when there is one. */
function pairs(plan: Plan, ats: readonly number[]): string {
  if (ats.length === 1) return documentsQuery(plan, [ats], '');
  return anyOf(
    ats.flatMap((one, at) =>
      ats.slice(at + 1).map((other) => `(${slotQuery(plan, one, '')} & ${slotQuery(plan, other, '')})`),
    ),
  );
}
