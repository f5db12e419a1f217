import type { SqlExecutor } from '../sql.ts';
import { deleteWordsWithoutDocuments, STEM_OF } from './lexicon.ts';

/** Takes documents out, with their texts and the words that only they had. Writers must take turns, as for `upsertDocuments`. */
export async function removeDocuments(sql: SqlExecutor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const counted = await sql<{ word: string; language: string; docs: number }>(REMOVE, [JSON.stringify(ids)]);
  await deleteWordsWithoutDocuments(sql, counted);
}

const REMOVE = `
WITH gone AS (
  DELETE FROM search_documents WHERE id IN (SELECT jsonb_array_elements_text($1::jsonb)) RETURNING language, vector
), counted AS (
  SELECT language, unnest(array_append(tsvector_to_array(vector), '')) AS word, -1 AS docs FROM gone
)
INSERT INTO search_words AS known (word, language, stem, docs)
SELECT word, language, ${STEM_OF}, sum(docs) FROM counted GROUP BY word, language
ON CONFLICT (word, language) DO UPDATE SET docs = known.docs + excluded.docs
RETURNING word, language, docs`;
