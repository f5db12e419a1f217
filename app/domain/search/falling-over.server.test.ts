import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { createMeilisearchEngine } from '#search/meilisearch/engine.ts';
import { startFakeMeilisearch, type Answer } from '#search/testing/fake-meilisearch.ts';
import { db } from '#app/platform/db.server.ts';
import { GUEST } from '../identity/viewer.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { readyMeilisearch, setReady, useEngine } from './meilisearch.server.ts';
import { parseSearchRequest } from './schema.ts';
import { searchThreads } from './search-threads.server.ts';

/** Ms in which a reader is to have an answer, whatever the server does. */
const IN_ALL = 1_500;

let fake: Awaited<ReturnType<typeof startFakeMeilisearch>>;
/** How long each question was allowed to take. */
let allowed: number[];

beforeEach(async () => {
  fake = await startFakeMeilisearch();
  allowed = [];
  const engine = createMeilisearchEngine({ host: fake.host, apiKey: '', settings: { synonyms: [] } });
  const within = (ms: number) => {
    allowed.push(ms);
    return engine.within(Math.min(ms, 200));
  };
  useEngine({ ...engine, within });
  setReady(true);
});
afterEach(async () => {
  useEngine(undefined);
  await fake.stop();
});

const search = (q: string) => searchThreads(GUEST, parseSearchRequest(new URLSearchParams({ q })));

/** A word of these is like no other, however many slips are forgiven. */
const CONSONANTS = 'bcdfghjklmnpqrtvwxz';

async function plant(): Promise<string> {
  const word = Array.from(randomBytes(14), (byte) => CONSONANTS[byte % CONSONANTS.length]).join('');
  await makeThread(await makeMember(), { topic: await makeTopic(), body: `Of ${word}.` });
  await drainOutbox();
  // Meilisearch has heard of it.
  await db.outbox.deleteMany();
  return word;
}

const TROUBLES: Record<string, Answer> = {
  'cuts the connection': 'cut',
  'says nothing': 'silence',
  'begins to answer and hangs': 'stall',
  'fails inside': { status: 500, body: { message: '', code: 'internal', type: 'internal', link: '' } },
  'is overloaded': { status: 503, headers: { 'Retry-After': '10' }, body: { code: 'too_many_search_requests' } },
  'answers with a page for people': { body: '<html>Welcome to nginx</html>' },
  'answers ten megabytes of something': { body: { results: 'x'.repeat(10_000_000) } },
};

describe.each(Object.entries(TROUBLES))('a server that %s', (_name, answer) => {
  it('is replaced by PostgreSQL in time, and left alone from then on', async () => {
    const word = await plant();
    fake.answerBy(() => answer);
    expect(await search(word)).toMatchObject({ engine: 'postgres', isFallback: true, total: 1 });
    expect(readyMeilisearch()).toBeUndefined();
    expect(Math.max(...allowed)).toBeLessThan(IN_ALL);
    const asked = fake.asked.length;
    expect(await search(word)).toMatchObject({ isFallback: true, total: 1 });
    expect(fake.asked).toHaveLength(asked);
  });
});
