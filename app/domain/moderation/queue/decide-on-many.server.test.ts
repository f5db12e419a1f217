import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { flagPost, getMyFlag } from '../flag-post.server.ts';
import { decideOnMany } from './decide-on-many.server.ts';
import { decideOnItem } from './decide.server.ts';
import { QUEUE_PAGE } from './list-queue.server.ts';
import { undoBatch } from './undo-batch.server.ts';

const START = Date.UTC(2031, 4, 6, 12, 20);

/** So many flagged replies of one thread, with their items. */
async function setUp(count: number) {
  setClock(() => START);
  const [author, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
  const reader = await makeMember();
  const thread = await makeThread(author, { topic: await makeTopic() });
  const postIds: string[] = [];
  for (let i = 0; i < count; i++) {
    const { postId } = await makeReply(again(author), thread.id);
    await flagPost(reader, { postId, input: { reason: 'advertising', note: null } });
    postIds.push(postId);
  }
  const items = await db.queueItem.findMany({
    where: { postId: { in: postIds } },
    select: { id: true, version: true, postId: true },
  });
  return { author, moderator, reader, thread, postIds, items };
}

const statesOf = async (ids: readonly string[]) =>
  (await db.post.findMany({ where: { id: { in: [...ids] } }, select: { state: true } })).map(({ state }) => state);
const waiting = (ids: readonly string[]) => db.queueItem.count({ where: { postId: { in: [...ids] }, closedAt: null } });

afterEach(() => setClock());

describe('a decision on many', () => {
  it('is done to each that was chosen, and to no other', async () => {
    const { moderator, items, postIds } = await setUp(4);
    const chosen = items.slice(0, 3);
    const result = await decideOnMany(moderator, { intent: 'hide', reason: 'Advertising', items: chosen });
    expect(result).toMatchObject({ done: 3, skipped: 0, hasMore: false });
    expect((await statesOf(chosen.map(({ postId }) => postId!))).every((state) => state === 'hidden')).toBe(true);
    expect(await waiting(postIds)).toBe(1);
  });

  it('goes across pages, and leaves alone what somebody else looks at or has changed', async () => {
    const count = QUEUE_PAGE + 3;
    const { moderator, items, postIds, reader } = await setUp(count);
    const another = await makeMember({ role: 'moderator' });
    const claim = { version: items[0]!.version, reason: null, note: null, despiteClaim: false };
    await decideOnItem(another, { id: items[0]!.id, intent: 'claim', input: claim });
    const result = await decideOnMany(moderator, {
      intent: 'dismiss',
      reason: 'All fine',
      items: { reason: 'advertising' },
    });
    expect(result.skipped).toBe(1);
    expect(await waiting(postIds)).toBe(1);
    expect(await getMyFlag(again(reader), items[1]!.postId!)).toMatchObject({ outcome: 'dismissed' });
    const stale = await decideOnMany(moderator, { intent: 'dismiss', reason: 'Again', items: items.slice(0, 2) });
    expect(stale).toMatchObject({ done: 0, skipped: 2 });
  });

  it.each(['dismiss', 'hide'] as const)('that was to %s is undone whole, and the log says so', async (intent) => {
    const { moderator, items, postIds, reader } = await setUp(3);
    const { batchId } = await decideOnMany(moderator, { intent, reason: 'Too fast', items });
    expect(await waiting(postIds)).toBe(0);
    expect(await undoBatch(moderator, { batchId, reason: 'Undone' })).toBe(3);
    expect(await waiting(postIds)).toBe(3);
    expect(await statesOf(postIds)).toEqual(['published', 'published', 'published']);
    expect(await getMyFlag(again(reader), postIds[0]!)).toMatchObject({ outcome: null });
    const [kind, back] =
      intent === 'hide' ? (['hide', 'restore'] as const) : (['dismissFlags', 'reopenFlags'] as const);
    const where = { postId: { in: postIds } };
    expect(await db.moderationAction.count({ where: { ...where, kind, revertedBy: { isNot: null } } })).toBe(3);
    expect(await db.moderationAction.count({ where: { ...where, kind: back } })).toBe(3);
    await expect(undoBatch(moderator, { batchId, reason: 'Twice' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is undone beside a flag that came meanwhile: the post waits once, with both', async () => {
    const { moderator, items, postIds } = await setUp(1);
    const { batchId } = await decideOnMany(moderator, { intent: 'dismiss', reason: 'Too fast', items });
    await flagPost(await makeMember(), { postId: postIds[0]!, input: { reason: 'risk', note: null } });
    await undoBatch(moderator, { batchId, reason: 'Undone' });
    const open = await db.queueItem.findMany({ where: { postId: postIds[0]!, closedAt: null } });
    expect(open).toMatchObject([{ risk: 3 }]);
    expect(await db.flag.count({ where: { postId: postIds[0]!, outcome: null } })).toBe(2);
  });

  it('is for staff alone', async () => {
    const { author, items } = await setUp(1);
    const attempt = decideOnMany(again(author), { intent: 'hide', reason: 'No', items });
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(undoBatch(again(author), { batchId: 'x', reason: 'No' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
