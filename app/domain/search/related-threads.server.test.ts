import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { listRelatedThreads, listSimilarThreads } from './related-threads.server.ts';

let member: Member;
let moderator: Member;
let topic: string;
let thread: Awaited<ReturnType<typeof makeThread>>;
/** In the titles of this test's threads alone. */
let rare: string;
let like: Awaited<ReturnType<typeof makeThread>>;

beforeAll(async () => {
  member = await makeMember();
  moderator = await makeMember({ role: 'moderator' });
});

beforeEach(async () => {
  topic = await makeTopic();
  rare = `harm${newId()}`;
  thread = await makeThread(member, { topic, title: `Quarrel over a borrowed ${rare}` });
  like = await makeThread(member, {
    topic,
    title: `A ${rare} that was never brought back after the quarrel`,
    contentWarning: 'Theft',
  });
  await drainOutbox();
});

const listed = () => listRelatedThreads(GUEST, thread.id, 'en');
const related = async () => (await listed()).map(({ id }) => id);

/** A page does not wait long for them: what came too late on a busy machine is there for one that is asked for later. */
const untilRelated = () =>
  vi.waitFor(async () => expect(await related()).toContain(like.id), { timeout: 60_000, interval: 100 });

describe('threads beside a thread', () => {
  it('are about the same, named by what everybody may know', async () => {
    await untilRelated();
    expect(await listed()).toContainEqual({
      id: like.id,
      slug: like.slug,
      title: `A ${rare} that was never brought back after the quarrel`,
      language: 'en',
      contentWarning: 'Theft',
      topicName: topic,
      replies: 0,
    });
    expect(await related()).not.toContain(thread.id);
  });

  it('are gone at once when they are hidden, although they are remembered', async () => {
    await untilRelated();
    await hidePost(moderator, { id: like.openingId, reason: 'Names a person.' });
    expect(await related()).not.toContain(like.id);
  });

  it('are asked for once', async () => {
    await untilRelated();
    await db.$executeRaw`DELETE FROM search_documents WHERE thread_id = ${like.id}`;
    await untilRelated();
  });

  it('never fail the page: without a search there are none', async () => {
    await db.$executeRaw`ALTER TABLE search_documents RENAME TO elsewhere`;
    try {
      expect(await related()).toEqual([]);
    } finally {
      await db.$executeRaw`ALTER TABLE elsewhere RENAME TO search_documents`;
    }
    await untilRelated();
  });
});

describe('threads like a title that is being written', () => {
  it('are about the same', async () => {
    const [first] = await listSimilarThreads(GUEST, `Who pays for the ${rare} after a quarrel`, 'en');
    expect([thread.id, like.id]).toContain(first?.id);
  });

  it.each([
    ['nothing', ''],
    ['one word', 'harmonium'],
    ['signs', '***'],
    ['a long text', 'x'.repeat(10_000)],
  ])('are none for %s', async (_what, title) => {
    expect(await listSimilarThreads(GUEST, title, 'en')).toEqual([]);
  });
});
