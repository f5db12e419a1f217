import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { hidePost, restorePost } from '../moderation/hide-post.server.ts';
import type { Member } from '../identity/viewer.ts';
import { attentionTo, followThread, leaveAlone, muteThread } from './follow-thread.server.ts';
import { followTopic, isFollowingTopic, unfollowTopic } from './follow-topic.server.ts';
import { countInbox } from './count-inbox.server.ts';
import { markAsRead, readInbox } from './inbox.server.ts';
import { markReadTo } from './read-marks.server.ts';

const inboxOf = async (member: Member) => (await readInbox(again(member), { language: 'en' })).items;

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
    await markAsRead(again(writer), { kind: 'thread', id: thread.id });
    expect((await inboxOf(writer)).map((item) => item.thread.id)).toEqual([second.id]);
    await markAsRead(again(writer), { kind: 'everything' });
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
    expect(await attentionTo(again(reader), thread.id)).toBe('followed');
    expect(await attentionTo(other, thread.id)).toBe('none');
    await leaveAlone(reader, thread.id);
    expect(await attentionTo(again(reader), thread.id)).toBe('none');
  });

  it('keeps both of two follows made at once', async () => {
    const { topic, reader, writer, thread } = await setUp();
    const second = await makeThread(again(writer), { topic });
    await Promise.all([thread, second].map(({ id }) => followThread(again(reader), id)));
    expect(await attentionTo(reader, thread.id)).toBe('followed');
    expect(await attentionTo(reader, second.id)).toBe('followed');
  });

  it('keeps a thread quiet though one wrote there, until one wants to hear of it again', async () => {
    const { writer, other, thread } = await setUp();
    await makeReply(other, thread.id);
    await muteThread(again(writer), thread.id);
    await makeReply(again(other), thread.id);
    expect(await inboxOf(writer)).toEqual([]);
    expect(await attentionTo(again(writer), thread.id)).toBe('muted');
    await leaveAlone(again(writer), thread.id);
    expect(await inboxOf(writer)).toMatchObject([{ news: 1, firstNew: 3 }]);
    await muteThread(again(writer), thread.id);
    await followThread(again(writer), thread.id);
    expect(await attentionTo(again(writer), thread.id)).toBe('followed');
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

describe('a followed topic', () => {
  const newsIn = async (member: Member) => {
    const { topics } = await readInbox(again(member), { language: 'en' });
    return topics.flatMap(({ topic, threads }) => threads.map(({ title }) => `${topic.slug}: ${title}`));
  };

  it('brings the threads begun there since, but for one’s own and those one follows, mutes or has read', async () => {
    const { topic, reader, writer } = await setUp();
    const begin = (title: string, who = writer) => makeThread(again(who), { topic, title });
    await followTopic(reader, { slug: topic, language: 'en' });
    expect(await isFollowingTopic(again(reader), topic)).toBe(true);
    expect(await newsIn(reader)).toEqual([]);
    await begin('First');
    await begin('Mine', reader);
    await followThread(again(reader), (await begin('Followed')).id);
    await markReadTo(again(reader), { threadId: (await begin('Read')).id, number: 1 });
    await muteThread(again(reader), (await begin('Muted')).id);
    expect(await newsIn(reader)).toEqual([`${topic}: First`]);
    await unfollowTopic(again(reader), topic);
    expect(await newsIn(reader)).toEqual([]);
  });

  it('is read topic by topic or with everything, and brings later threads of the same hour', async () => {
    const { topic, reader, writer } = await setUp();
    await followTopic(reader, { slug: topic, language: 'en' });
    await makeThread(again(writer), { topic, title: 'First' });
    await markAsRead(again(reader), { kind: 'topic', slug: topic });
    await makeThread(again(writer), { topic, title: 'Second' });
    expect(await newsIn(reader)).toEqual([`${topic}: Second`]);
    await markAsRead(again(reader), { kind: 'everything' });
    expect(await newsIn(reader)).toEqual([]);
  });

  it('still brings a thread that was kept back and is published under its earlier hour', async () => {
    const { topic, reader, writer } = await setUp();
    const moderator = await makeMember({ role: 'moderator' });
    await followTopic(reader, { slug: topic, language: 'en' });
    const late = await makeThread(again(writer), { topic, title: 'Kept back' });
    await hidePost(moderator, { id: late.openingId, reason: 'Let us look' });
    const at = Date.now();
    setClock(() => at + 2 * 86_400_000);
    await markAsRead(again(reader), { kind: 'everything' });
    await restorePost(again(moderator), { id: late.openingId, reason: 'It is fine' });
    expect(await newsIn(reader)).toEqual([`${topic}: Kept back`]);
    setClock();
  });

  it('is none that one may not see', async () => {
    const { reader } = await setUp();
    await expect(followTopic(reader, { slug: 'nothing', language: 'en' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the count in the header', () => {
  it('is of threads with something new, and changes at once with what the member marks or follows', async () => {
    const { topic, reader, writer, other, thread } = await setUp();
    await followThread(reader, thread.id);
    await followTopic(reader, { slug: topic, language: 'en' });
    expect(await countInbox(reader)).toBe(0);
    await makeReply(other, thread.id);
    await makeReply(again(other), thread.id);
    await makeThread(again(writer), { topic });
    expect(await countInbox(reader)).toBe(0);
    expect(await countInbox({ ...reader, sessionKey: 'another' })).toBe(2);
    await markAsRead(reader, { kind: 'thread', id: thread.id });
    expect(await countInbox(reader)).toBe(1);
    await unfollowTopic(reader, topic);
    expect(await countInbox(reader)).toBe(0);
  });
});
