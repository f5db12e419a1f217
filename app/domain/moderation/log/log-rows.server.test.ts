import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { liftSanction } from '../sanctions/lift-sanction.server.ts';
import { sanctionWriter } from '../sanctions/sanction-writer.server.ts';
import { hidePost, restorePost } from '../hide-post.server.ts';
import { lockThread } from '../lock-thread.server.ts';

const moderator = await makeMember({ role: 'moderator' });

async function setUp(by: Member = moderator) {
  const author = await makeMember();
  const thread = await makeThread(author, { topic: await makeTopic() });
  const { postId } = await makeReply(await makeMember(), thread.id);
  await hidePost(by, { id: postId, reason: 'A name' });
  await lockThread(by, { id: thread.id, reason: 'Heated' });
  const rows = () => db.moderationAction.findMany({ where: { threadId: thread.id }, orderBy: { kind: 'asc' } });
  const [hide, lock] = await rows();
  return { author, thread, postId, rows, hide: hide!, lock: lock! };
}

const REFUSED = /moderation actions are not (changed|deleted)/;

describe('a row of the log', () => {
  it('cannot be changed in any column', async () => {
    const { hide, lock, rows, thread, postId } = await setUp();
    const other = await makeThread(moderator, { topic: await makeTopic() });
    const before = await rows();
    const changes = [
      { reason: 'Another' },
      { kind: 'edit' },
      { threadId: other.id },
      { postId: other.openingId },
      { postId: null },
      { version: 2 },
      { createdAt: new Date(0) },
      { moderatorId: null },
      { moderatorId: (await makeMember({ role: 'moderator' })).accountId },
      { revertsId: lock.id },
    ] as const;
    for (const data of changes) {
      await expect(db.moderationAction.updateMany({ where: { id: hide.id }, data })).rejects.toThrow(REFUSED);
    }
    await restorePost(moderator, { id: postId, reason: 'It was no name' });
    const where = { threadId: thread.id, kind: 'restore' } as const;
    await expect(db.moderationAction.updateMany({ where, data: { revertsId: null } })).rejects.toThrow(REFUSED);
    const after = await rows();
    expect(after.filter(({ kind }) => kind !== 'restore')).toEqual(before);
  });

  it('cannot be deleted, one or all', async () => {
    const { hide, lock, rows } = await setUp();
    for (const { id } of [hide, lock]) {
      await expect(db.moderationAction.deleteMany({ where: { id } })).rejects.toThrow(REFUSED);
    }
    await expect(db.$executeRaw`TRUNCATE moderation_actions CASCADE`).rejects.toThrow(REFUSED);
    expect(await rows()).toHaveLength(2);
  });

  it('stays when the account that acted goes, and names nobody then', async () => {
    const leaving = await makeMember({ role: 'moderator' });
    const { rows, hide } = await setUp(leaving);
    await db.account.delete({ where: { id: leaving.accountId } });
    const [first, second] = await rows();
    expect(first).toEqual({ ...hide, moderatorId: null });
    expect(second).toMatchObject({ moderatorId: null });
  });

  it('goes with its post and with its thread', async () => {
    const { postId, thread, rows } = await setUp();
    await restorePost(moderator, { id: postId, reason: 'It was no name' });
    await db.post.delete({ where: { id: postId } });
    expect(await rows()).toMatchObject([{ kind: 'lock' }]);
    await db.thread.delete({ where: { id: thread.id } });
    expect(await rows()).toEqual([]);
  });

  it('stays when only the action it took back goes with another thread', async () => {
    const [one, other] = [await setUp(), await setUp()];
    const writer = await makeMember();
    const posts: { postId: string }[] = [];
    for (const { thread } of [one, other]) {
      await db.thread.update({ where: { id: thread.id }, data: { lockedAt: null } });
      posts.push(await makeReply({ ...writer }, thread.id, { as: 'pen-name' }));
    }
    await sanctionWriter(moderator, { postId: posts[0]!.postId, kind: 'bar', length: '7', reason: 'Heated' });
    await liftSanction(moderator, { postId: posts[1]!.postId, kind: 'bar', reason: 'Cooled' });
    const lifted = () => db.moderationAction.findFirstOrThrow({ where: { postId: posts[1]!.postId, kind: 'unbar' } });
    expect((await lifted()).revertsId).not.toBeNull();
    await db.thread.delete({ where: { id: one.thread.id } });
    expect(await lifted()).toMatchObject({ revertsId: null, reason: 'Cooled' });
  });
});
