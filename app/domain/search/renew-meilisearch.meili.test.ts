import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { makeTestEngine, TIMEOUT } from '#search/testing/test-engine.ts';
import { wordsInFiles } from '#search/testing/words-in-files.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { useEngine } from './meilisearch.server.ts';
import { renewMeilisearch } from './renew-meilisearch.server.ts';

const { engine, files } = makeTestEngine();
/** Words that nobody else writes. */
const words = (many: number): string[] => Array.from({ length: many }, () => `q${randomBytes(6).toString('hex')}`);
const wholly = { branches: true } as const;

beforeAll(() => useEngine(engine));
afterAll(() => useEngine(undefined));

it('leaves nothing in the files of what was removed', async ({ skip }) => {
  if (files === null) skip('the files of a server that was there before are not read');
  const folder = files ?? '';
  const member = await makeMember();
  const [kept, removed] = [words(1_000), words(100)];
  const topic = await makeTopic();
  await makeThread(member, { topic, title: 'What stays', body: kept.join(' ') });
  const { openingId } = await makeThread(member, { topic, title: 'What goes', body: removed.join(' ') });
  await drainOutbox();
  await renewMeilisearch(engine);
  expect(await wordsInFiles(folder, removed, wholly)).toEqual(removed);

  await hidePost(await makeMember({ role: 'moderator' }), { id: openingId, reason: 'It names somebody' });
  await drainOutbox();
  await renewMeilisearch(engine);
  expect(await wordsInFiles(folder, kept, wholly)).toEqual(kept);
  // The server deletes the files of the old index when it has said that this is gone.
  await expect.poll(() => wordsInFiles(folder, removed, wholly), { timeout: TIMEOUT }).toEqual([]);
});
