import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import type { Member } from '../identity/viewer.ts';
import { followThread, isFollowing, unfollowThread } from './follow-thread.server.ts';
import { markAsRead, readInbox } from './inbox.server.ts';

const inboxOf = (member: Member) => readInbox(again(member), { language: 'en' });

async function setUp() {
  const topic = await makeTopic();
  const [reader, writer, other] = [await makeMember(), await makeMember(), await makeMember()];
  return { topic, reader, writer, other, thread: await makeThread(writer, { topic }) };
}

describe('the inbox', () => {
  it('shows a persona what was answered, as whom, and from which post on', async () => {
    const { writer, other, thread } = await setUp();
    expect(await inboxOf(writer)).toEqual([]);
    await makeReply(other, thread.id);
    await makeReply(again(other), thread.id);
    const [item] = await inboxOf(writer);
    const { alias } = await db.persona.findFirstOrThrow({ where: { posts: { some: { id: thread.openingId } } } });
    expect(item).toMatchObject({ news: 2, firstNew: 2, because: { kind: 'persona', alias } });
  });

  it('shows what is new in followed threads from the time of following, and nothing of one’s own', async () => {
    const { reader, writer, other, thread } = await setUp();
    await makeReply(other, thread.id);
    await followThread(reader, thread.id);
    expect(await inboxOf(reader)).toEqual([]);
    await makeReply(again(other), thread.id);
    expect(await inboxOf(reader)).toMatchObject([{ news: 1, firstNew: 3, because: { kind: 'followed' } }]);
    await makeReply(again(reader), thread.id, { as: 'pen-name' });
    expect(await inboxOf(reader)).toEqual([]);
    await makeReply(again(writer), thread.id);
    expect(await inboxOf(reader)).toMatchObject([{ news: 1, because: { kind: 'pen' } }]);
  });

  it('is read in one write, thread by thread or all together', async () => {
    const { topic, writer, other, thread } = await setUp();
    const second = await makeThread(again(writer), { topic });
    await makeReply(other, thread.id);
    await makeReply(again(other), second.id);
    await markAsRead(again(writer), thread.id);
    expect((await inboxOf(writer)).map((item) => item.thread.id)).toEqual([second.id]);
    await markAsRead(again(writer), null);
    expect(await inboxOf(writer)).toEqual([]);
  });

  it('never shows what is hidden from its reader', async () => {
    const { reader, other, thread } = await setUp();
    await followThread(reader, thread.id);
    const { postId } = await makeReply(other, thread.id);
    await hidePost(await makeMember({ role: 'moderator' }), { id: postId, reason: 'Advertising' });
    expect(await inboxOf(reader)).toEqual([]);
  });
});

describe('following', () => {
  it('ends where it is taken back, and is nobody else’s affair', async () => {
    const { reader, other, thread } = await setUp();
    await followThread(reader, thread.id);
    expect(await isFollowing(again(reader), thread.id)).toBe(true);
    expect(await isFollowing(other, thread.id)).toBe(false);
    await unfollowThread(reader, thread.id);
    expect(await isFollowing(again(reader), thread.id)).toBe(false);
  });

  it('keeps both of two follows made at once', async () => {
    const { topic, reader, writer, thread } = await setUp();
    const second = await makeThread(again(writer), { topic });
    await Promise.all([thread, second].map(({ id }) => followThread(again(reader), id)));
    expect(await isFollowing(reader, thread.id)).toBe(true);
    expect(await isFollowing(reader, second.id)).toBe(true);
  });

  it('writes one row that names neither the member nor the thread', async () => {
    const { reader, thread } = await setUp();
    await followThread(reader, thread.id);
    const row = await db.vault.findUniqueOrThrow({ where: { tag: reader.memberSecret.tag('vault', 'following') } });
    const bytes = Buffer.concat([Buffer.from(row.tag), Buffer.from(row.ciphertext)]).toString('latin1');
    for (const name of [reader.accountId, reader.penName, thread.id]) expect(bytes).not.toContain(name);
  });

  it('is not possible where one may not read', async () => {
    const { reader, thread } = await setUp();
    await hidePost(await makeMember({ role: 'moderator' }), { id: thread.openingId, reason: 'Names somebody' });
    await expect(followThread(reader, thread.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
