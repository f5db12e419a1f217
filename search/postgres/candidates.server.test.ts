import { beforeEach, expect, it } from 'vitest';
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts';
import { db } from '#app/platform/db.server.ts';
import { makeDocument, makeQuery } from '../testing/documents.ts';

/** More than one step of a search looks at. */
const CROWD = 5_100;

const engine = postgresEngine(db);

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE search_documents, search_texts, search_words`;
  await addCrowd('sessions', 'session');
});

/** Documents with nothing but one word, straight into the tables. */
async function addCrowd(word: string, stem: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO search_documents (id, thread_id, is_opening, topic_group, topic, perspective, kind, language, created_day, last_activity_day,
      reply_count_bucket, answered, title_length, fingerprint, vector)
    SELECT 'crowd-' || nth, 'thread-' || nth, false, 'a-group', 'a-topic', 'client', 'dilemma', 'en', 1, 1, 0, false, 0, '',
      ${`'${word}':1C`}::tsvector
    FROM generate_series(1, ${CROWD}::int) AS nth`;
  await db.$executeRaw`INSERT INTO search_texts (document_id, title, body) SELECT id, '', ${word} FROM search_documents`;
  await db.$executeRaw`INSERT INTO search_words (word, language, stem, docs) VALUES ('', 'en', '', ${CROWD}::int), (${word}, 'en', ${stem}, ${CROWD}::int)`;
}

async function put(id: string, body: string): Promise<void> {
  await (await engine.upsert([makeDocument({ id, body })])).settled();
}

it('of more than can be looked at, what holds the word as it was typed is not left out', async () => {
  await put('typed', 'One session a week.');
  expect((await engine.query(makeQuery('session '))).hits[0]?.id).toBe('typed');
});

it('an unfinished word that is a whole one too finds that first among all that it may become', async () => {
  await put('typed', 'One session a week.');
  expect((await engine.query(makeQuery('session'))).hits[0]?.id).toBe('typed');
});

it('a word that is in everything hides nothing of a rare one beside it', async () => {
  await put('both', 'Sessions in a zeppelin.');
  expect((await engine.query(makeQuery('sessions zeppelin'))).hits[0]?.id).toBe('both');
});
