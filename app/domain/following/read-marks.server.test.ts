import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { changePreferences } from '../identity/preferences/preferences.server.ts';
import type { Member } from '../identity/viewer.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { followThread } from './follow-thread.server.ts';
import { changeFollowing, MOST_MARKS, readFollowing } from './kept.server.ts';
import { findReadMark, findUnread, markReadTo } from './read-marks.server.ts';

async function setUp() {
  const topic = await makeTopic();
  const [reader, writer, other] = [await makeMember(), await makeMember(), await makeMember()];
  const { id } = await makeThread(writer, { topic });
  await makeReply(other, id);
  return { topic, reader, other, id };
}

const unreadOf = (member: Member, id: string) => findUnread(again(member), [id]);
const vaultOf = ({ memberSecret }: Member) =>
  db.vault.findUnique({ where: { tag: memberSecret.tag('vault', 'following') } });

describe('read marks', () => {
  it('say how much is new and where it begins, in threads that were read before and in no others', async () => {
    const { reader, other, id } = await setUp();
    expect(await unreadOf(reader, id)).toEqual({});
    await markReadTo(again(reader), { threadId: id, number: 1 });
    await makeReply(again(other), id);
    expect(await unreadOf(reader, id)).toEqual({ [id]: { news: 2, firstNew: 2 } });
    await markReadTo(again(reader), { threadId: id, number: 3 });
    expect(await unreadOf(reader, id)).toEqual({});
    expect(await findReadMark(again(reader), id)).toEqual({ readTo: 3, unread: null });
    expect(await findUnread({ kind: 'guest' }, [id])).toEqual({});
  });

  it('count neither what one wrote oneself, though anonymously, nor what is hidden', async () => {
    const { reader, other, id } = await setUp();
    await markReadTo(again(reader), { threadId: id, number: 2 });
    await makeReply(again(reader), id);
    const { postId } = await makeReply(again(other), id);
    expect(await unreadOf(reader, id)).toEqual({ [id]: { news: 1, firstNew: 4 } });
    await hidePost(await makeMember({ role: 'moderator' }), { id: postId, reason: 'Advertising' });
    expect(await unreadOf(reader, id)).toEqual({});
  });

  it('never go back, nor past the end of the thread, and write nothing where they stay', async () => {
    const { reader, id } = await setUp();
    await markReadTo(again(reader), { threadId: id, number: 999 });
    expect(await findReadMark(again(reader), id)).toEqual({ readTo: 2, unread: null });
    const before = await vaultOf(reader);
    await markReadTo(again(reader), { threadId: id, number: 1 });
    expect(await vaultOf(reader)).toEqual(before);
  });

  it('stand in a row that names neither reader nor thread', async () => {
    const { reader, id } = await setUp();
    await markReadTo(again(reader), { threadId: id, number: 2 });
    const row = await vaultOf(reader);
    const stored = JSON.stringify(row) + Buffer.from(row?.ciphertext ?? []).toString('latin1');
    expect(stored).not.toContain(reader.accountId);
    expect(stored).not.toContain(id);
  });

  it('are neither set nor shown for who wants none', async () => {
    const { reader, id } = await setUp();
    await markReadTo(again(reader), { threadId: id, number: 1 });
    await changePreferences(again(reader), { readMarks: false });
    expect(await unreadOf(reader, id)).toEqual({});
    expect(await findReadMark(again(reader), id)).toBeNull();
    await markReadTo(again(reader), { threadId: id, number: 2 });
    expect((await readFollowing(again(reader))).read).toEqual({ [id]: 1 });
  });

  it('lose the ones set longest ago when they are too many, those of followed threads last', async () => {
    const { topic, reader, other, id } = await setUp();
    await followThread(again(reader), id);
    const old = Object.fromEntries(Array.from({ length: MOST_MARKS - 1 }, (_, n) => [`thread-${n}`, 1]));
    await changeFollowing(again(reader), ({ read, ...rest }) => ({ ...rest, read: { ...read, ...old } }));
    const second = await makeThread(again(other), { topic });
    await markReadTo(again(reader), { threadId: second.id, number: 1 });
    const { read } = await readFollowing(again(reader));
    expect(Object.keys(read)).toHaveLength(MOST_MARKS);
    expect(read).toMatchObject({ [id]: 2, [second.id]: 1, 'thread-1': 1 });
    expect(read).not.toHaveProperty('thread-0');
  });
});
