import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { listMyPersonasInThread } from '../../authorship/personas-in-thread.server.ts';
import { GUEST } from '../../identity/viewer.ts';
import { editPost } from '../../posts/edit-post.server.ts';
import { getPost } from '../../posts/get-post.server.ts';
import { listPosts } from '../../posts/list-posts.server.ts';
import { drainOutbox } from '../../search/drain-outbox.server.ts';
import { verifyIndex } from '../../search/verify-index.server.ts';
import { getThread } from '../../threads/get-thread.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { listRepliesToSplit } from './get-thread-at-work.server.ts';
import { markAnswer } from './mark-answer.server.ts';
import { mergeThreads } from './merge-threads.server.ts';
import { splitThread } from './split-thread.server.ts';
import { eventsIn } from './testing/events-in.ts';

const moderator = await makeMember({ role: 'moderator' });
const language = 'en' as const;
const reason = 'Another matter';

/** A thread with five replies; the writer of 3 and 5 is the same. */
async function setUp() {
  const topic = await makeTopic();
  const [asker, writer] = [await makeMember(), await makeMember()];
  const thread = await makeThread(asker, { topic, contentWarning: 'Loss' });
  const replies = [
    await makeReply(await makeMember(), thread.id, { body: 'two' }),
    await makeReply(writer, thread.id, { body: 'three' }),
  ];
  replies.push(await makeReply(again(asker), thread.id, { body: 'four', quoteOf: replies[1]!.postId }));
  replies.push(await makeReply(again(writer), thread.id, { body: 'five' }));
  replies.push(await makeReply(await makeMember(), thread.id, { body: 'six' }));
  const split = (numbers: number[], given: object = {}) =>
    splitThread({ ...moderator }, { id: thread.id, numbers, title: 'On its own', topic, reason, ...given });
  const done = async (numbers: number[]) => {
    const result = await split(numbers);
    if (result.kind === 'refused') throw new Error(result.fault);
    return result.thread;
  };
  return { topic, asker, writer, thread, replies, split, done };
}

const textsOf = async (threadId: string) =>
  (await listPosts(GUEST, { threadId })).posts.map(({ number, text }) => `${number} ${text}`);

describe('a split', () => {
  it('makes a thread of the chosen replies, in their order, and leaves the others their numbers', async () => {
    const { thread, replies, done } = await setUp();
    const made = await done([3, 5]);
    expect(await textsOf(made.id)).toEqual(['1 three', '2 five']);
    expect((await textsOf(thread.id)).slice(1)).toEqual(['2 two', '4 four', '6 six']);
    expect(await getThread(GUEST, { id: made.id, language })).toMatchObject({
      ...{ title: 'On its own', slug: 'on-its-own', kind: 'discussion', contentWarning: 'Loss', replies: 1 },
    });
    expect(await getThread(GUEST, { id: thread.id, language })).toMatchObject({ replies: 3 });
    expect((await makeReply(await makeMember(), thread.id)).number).toBe(7);
    expect((await makeReply(await makeMember(), made.id)).number).toBe(3);
    expect(await getPost(GUEST, { id: replies[3]!.postId, language })).toMatchObject({ thread: { id: made.id } });
  });

  it('keeps quotes across the threads, as far as each reader may see what is quoted', async () => {
    const { replies, thread, done } = await setUp();
    const made = await done([4]);
    const quote = async () => (await getPost(GUEST, { id: replies[2]!.postId, language })).post.quoteOf;
    expect(await quote()).toMatchObject({ threadId: thread.id, number: 3, excerpt: 'three' });
    await hidePost(moderator, { id: thread.openingId, reason });
    expect(await quote()).toMatchObject({ excerpt: '' });
    expect(await textsOf(made.id)).toEqual(['1 four']);
  });

  it('keeps everybody who they were, in both threads', async () => {
    const { writer, asker, thread, done } = await setUp();
    const nameIn = async (member: typeof writer, id: string) =>
      (await listMyPersonasInThread(again(member), id))[0]?.alias;
    const [wrote, asked] = [await nameIn(writer, thread.id), await nameIn(asker, thread.id)];
    const made = await done([3, 5]);
    expect([await nameIn(writer, made.id), await nameIn(asker, made.id)]).toEqual([wrote, asked]);
    const { postId } = await makeReply(again(writer), made.id);
    expect((await getPost(GUEST, { id: postId, language })).post).toMatchObject({
      author: { name: wrote },
      byStarter: true,
    });
  });

  it('lets the writer of its first post edit it as an opening', async () => {
    const { writer, replies, done } = await setUp();
    const made = await done([3, 5]);
    const input = {
      ...{
        title: 'Mine',
        body: 'Changed',
        question: null,
        contentWarning: null,
        situation: null,
        whatIHaveTried: null,
      },
      ...{ version: 2, reason: null, publicDiff: false },
    };
    expect(await editPost(again(writer), { id: replies[1]!.postId, input })).toEqual({ kind: 'edited', version: 3 });
    expect((await getThread(GUEST, { id: made.id, language })).title).toBe('Mine');
  });

  it('is told in both threads, where the replies stood, with a way to them', async () => {
    const { thread, done } = await setUp();
    const made = await done([3, 4, 6]);
    const to = { id: made.id, slug: made.slug, title: 'On its own', language: 'en' };
    expect(await eventsIn(thread.id)).toMatchObject([
      { kind: 'movedAway', afterNumber: 2, numbers: [3, 4], to, isHere: false, reason },
      { kind: 'movedAway', afterNumber: 5, numbers: [6], to, reason },
    ]);
    expect(await eventsIn(made.id)).toMatchObject([
      { kind: 'splitOff', afterNumber: 0, other: { id: thread.id }, reason },
    ]);
    const opening = await db.post.findFirstOrThrow({ where: { threadId: made.id, number: 1 } });
    await hidePost(moderator, { id: opening.id, reason });
    expect((await eventsIn(thread.id))[0]).toMatchObject({ kind: 'movedAway', to: null });
    expect((await eventsIn(thread.id, moderator))[0]).toMatchObject({ to });
  });

  it('is taken back by a merge: the replies come after the others, and old addresses find them', async () => {
    const { thread, done } = await setUp();
    const made = await done([3, 5]);
    await mergeThreads(moderator, { id: made.id, into: thread.id, reason: 'Not after all' });
    const texts = await textsOf(thread.id);
    expect(texts.slice(1, 4)).toEqual(['2 two', '4 four', '6 six']);
    expect(texts[4]).toContain('three');
    expect(texts[5]).toBe('8 five');
    expect(await eventsIn(thread.id)).toMatchObject([
      { kind: 'movedAway', numbers: [3], isHere: true, now: 7 },
      { kind: 'movedAway', numbers: [5], isHere: true, now: 8 },
      { kind: 'merge', afterNumber: 6 },
    ]);
    expect(await db.threadScope.count({ where: { threadId: thread.id } })).toBe(2);
  });

  it('is followed by the index, and takes a mark of an answer away with its reply', async () => {
    const { thread, replies, done } = await setUp();
    await drainOutbox();
    await markAnswer(moderator, { postId: replies[3]!.postId, reason });
    await done([3, 5]);
    expect((await getThread(GUEST, { id: thread.id, language })).answer).toBeNull();
    await drainOutbox();
    expect(await verifyIndex()).toEqual({ missing: [], stale: [], surplus: [] });
  });

  it('lets who wrote in the old thread write in the new one under the same name', async () => {
    const { thread, writer, asker, done } = await setUp();
    const made = await done([5]);
    const [mine] = await listMyPersonasInThread(again(asker), thread.id);
    await makeReply(again(asker), made.id);
    const names = (await listPosts(GUEST, { threadId: made.id })).posts.map(({ author }) => author.name);
    expect(names).toEqual([(await listMyPersonasInThread(again(writer), made.id))[0]?.alias, mine?.alias]);
  });
});

describe('a split that cannot be', () => {
  it('says why, and changes nothing', async () => {
    const { split, replies, thread } = await setUp();
    await hidePost(moderator, { id: replies[1]!.postId, reason });
    for (const [numbers, given, field, fault] of [
      [[], {}, 'posts', 'faults.splitNone'],
      [[3, 5], {}, 'posts', 'faults.splitFirst'],
      [[4], { topic: 'no-such-topic' }, 'topic', 'faults.topicUnknown'],
    ] as const) {
      expect(await split([...numbers], given)).toEqual({ kind: 'refused', field, fault });
    }
    for (const numbers of [[4, 99], [1, 4], [99]]) {
      await expect(split(numbers)).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await textsOf(thread.id)).toHaveLength(6);
    expect(await db.moderationAction.count({ where: { threadId: thread.id, kind: 'split' } })).toBe(0);
  });

  it('by two at once who chose the same reply is done once', async () => {
    const { split } = await setUp();
    const results = await Promise.allSettled([split([3, 5]), split([5, 6])]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the list to choose from', () => {
  it('has every reply with its name and first words, for staff alone', async () => {
    const { thread } = await setUp();
    expect(await listRepliesToSplit(moderator, thread.id)).toMatchObject([
      { number: 2, text: 'two', state: 'published' },
      ...[3, 4, 5, 6].map((number) => ({ number })),
    ]);
    await expect(listRepliesToSplit(await makeMember(), thread.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
