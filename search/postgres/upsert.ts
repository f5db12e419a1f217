import type { SearchDocument } from '../engine.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { SqlExecutor } from '../sql.ts';
import { deleteWordsWithoutDocuments, STEM_OF } from './lexicon.ts';
import { vectorOf } from './vector.ts';

/**
 * Puts documents in, over those of the same ids, and keeps the lexicon's counts right. Documents that are there already, as
 * they are, are not written again. Writers must take turns: who calls this holds the index lock.
 */
export async function upsertDocuments(sql: SqlExecutor, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = [...new Map(documents.map((document) => [document.id, document])).values()].map(rowOf);
  const given = JSON.stringify(rows);
  const counted = await sql<{ word: string; language: string; docs: number }>(WRITE, [given]);
  await deleteWordsWithoutDocuments(sql, counted);
  await sql(SHARE_THREAD_FACTS, [given]);
}

function rowOf(document: SearchDocument) {
  return {
    id: document.id,
    thread_id: document.threadId,
    is_opening: document.part === 'opening',
    topic_group: document.topicGroup,
    topic: document.topic,
    perspective: document.perspective,
    kind: document.kind,
    language: document.language,
    created_day: document.createdDay,
    last_activity_day: document.lastActivityDay,
    reply_count_bucket: document.replyCountBucket,
    answered: document.answered,
    title: document.title,
    body: document.body,
    fingerprint: fingerprintOf(document),
    ...vectorColumns(document),
  };
}

function vectorColumns(document: SearchDocument) {
  const { vector, titleLength } = vectorOf(document);
  return { vector, title_length: titleLength };
}

const COLUMNS = `id, thread_id, is_opening, topic_group, topic, perspective, kind, language, created_day, last_activity_day,
  reply_count_bucket, answered, title_length, fingerprint, vector`;

const GIVEN = `jsonb_to_recordset($1::jsonb) AS given (id text, thread_id text, is_opening boolean, topic_group text,
  topic text, perspective text, kind text, language text, created_day int, last_activity_day int, reply_count_bucket int,
  answered boolean, title_length int, fingerprint text, vector tsvector, title text, body text)`;

const WRITE = `
WITH changed AS MATERIALIZED (
  SELECT given.* FROM ${GIVEN} LEFT JOIN search_documents old ON old.id = given.id
  WHERE old.fingerprint IS DISTINCT FROM given.fingerprint
), counted AS (
  SELECT language, unnest(array_append(tsvector_to_array(vector), '')) AS word, 1 AS docs FROM changed
  UNION ALL
  SELECT old.language, unnest(array_append(tsvector_to_array(old.vector), '')), -1
  FROM search_documents old JOIN changed ON changed.id = old.id
), documents AS (
  INSERT INTO search_documents (${COLUMNS}) SELECT ${COLUMNS} FROM changed
  ON CONFLICT (id) DO UPDATE SET (${COLUMNS}) = ROW (${excluded(COLUMNS)})
), texts AS (
  INSERT INTO search_texts (document_id, title, body) SELECT id, title, body FROM changed
  ON CONFLICT (document_id) DO UPDATE SET title = excluded.title, body = excluded.body
)
INSERT INTO search_words AS known (word, language, stem, docs)
SELECT word, language, ${STEM_OF}, sum(docs) FROM counted GROUP BY word, language HAVING sum(docs) <> 0
ON CONFLICT (word, language) DO UPDATE SET docs = known.docs + excluded.docs
RETURNING word, language, docs`;

const SHARE_THREAD_FACTS = `
UPDATE search_documents document
SET last_activity_day = given.last_activity_day, reply_count_bucket = given.reply_count_bucket, answered = given.answered
FROM (SELECT DISTINCT ON (thread_id) thread_id, last_activity_day, reply_count_bucket, answered FROM ${GIVEN}) given
WHERE document.thread_id = given.thread_id
  AND (document.last_activity_day, document.reply_count_bucket, document.answered)
    IS DISTINCT FROM (given.last_activity_day, given.reply_count_bucket, given.answered)`;

function excluded(columns: string): string {
  return columns.replace(/\w+/g, 'excluded.$&');
}
