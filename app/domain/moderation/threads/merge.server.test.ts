import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listMyPersonasInThread } from '../../authorship/personas-in-thread.server.ts';
import { attentionTo, followThread, leaveAlone } from '../../following/follow-thread.server.ts';
import { markAsRead, readInbox } from '../../following/inbox.server.ts';
import { GUEST, type Member } from '../../identity/viewer.ts';
import { createReply } from '../../posts/create-reply.server.ts';
import { editPost } from '../../posts/edit-post.server.ts';
import { getPost } from '../../posts/get-post.server.ts';
import { listPosts } from '../../posts/list-posts.server.ts';
import { listRevisions } from '../../posts/list-revisions.server.ts';
import { drainOutbox } from '../../search/drain-outbox.server.ts';
import { parseSearchRequest } from '../../search/schema.ts';
import { searchThreads } from '../../search/search-threads.server.ts';
import { verifyIndex } from '../../search/verify-index.server.ts';
import { getThread } from '../../threads/get-thread.server.ts';
import { listMyThreads } from '../../threads/list-my-threads.server.ts';
import { listThreadAddresses } from '../../threads/list-thread-addresses.server.ts';
import { listThreads } from '../../threads/list-threads.server.ts';
import { findFormerPage, findMergedInto } from '../../threads/merged-threads.server.ts';
import { getTopic } from '../../topics/get-topic.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { listActions } from '../log/list-actions.server.ts';
import { lockThread } from '../lock-thread.server.ts';
import { markAnswer } from './mark-answer.server.ts';
import { mergeThreads } from './merge-threads.server.ts';
import { pinThread } from './pin-thread.server.ts';
import { eventsIn } from './testing/events-in.ts';

const moderator = await makeMember({ role: 'moderator' });
const language = 'en' as const;
const reason = 'Asked twice';

afterEach(() => setClock());

/** Two threads of the same topic: A with three posts, B with two. */
async function setUp() {
  const topic = await makeTopic();
  const [asker, other, answerer] = [await makeMember(), await makeMember(), await makeMember()];
  const away = await makeThread(asker, {
    topic,
    title: 'Gifts *from* clients',
    situation: 'A last session.',
    body: 'She brought a _vase_.',
    whatIHaveTried: 'I said [thanks].\n\nI kept it.',
    question: 'Was that right?',
  });
  const first = await makeReply(answerer, away.id, { body: 'Talk about it.' });
  const second = await makeReply(again(asker), away.id, { body: 'We did.', quoteOf: first.postId });
  const stays = await makeThread(other, { topic, title: 'Presents' });
  await makeReply(again(answerer), stays.id, { body: 'Seen before.' });
  return { topic, asker, other, answerer, away, first, second, stays };
}

const merge = (id: string, into: string, by: Member = moderator) => mergeThreads({ ...by }, { id, into, reason });
const textsOf = async (threadId: string, viewer: Member | typeof GUEST = GUEST) =>
  (await listPosts(viewer, { threadId, limit: 200 })).posts.map(({ number, text }) => `${number} ${text}`);

describe('a merge', () => {
  it('puts the posts behind the others, in their order, under their own ids', async () => {
    const { away, first, second, stays } = await setUp();
    const result = await merge(away.id, `https://forum.test/threads/${stays.id}/${stays.slug}?after=20#post-3`);
    expect(result).toEqual({ kind: 'merged', into: { id: stays.id, slug: stays.slug }, after: 2 });
    const { posts } = await listPosts(GUEST, { threadId: stays.id });
    expect(posts.map(({ id, number }) => [id, number]).slice(2)).toEqual([
      [away.openingId, 3],
      [first.postId, 4],
      [second.postId, 5],
    ]);
    expect(await getPost(GUEST, { id: second.postId, language })).toMatchObject({
      post: { number: 5, quoteOf: { id: first.postId, number: 4, excerpt: 'Talk about it.' } },
      thread: { id: stays.id, replies: 4 },
    });
    expect(await db.thread.findUniqueOrThrow({ where: { id: stays.id } })).toMatchObject({
      lastNumber: 5,
      replyCount: 4,
    });
    expect((await makeReply(await makeMember(), stays.id)).number).toBe(6);
  });

  it('loses nothing of the opening that becomes a reply, shows it as it was written, and leaves a mark', async () => {
    const { away, stays, asker } = await setUp();
    await merge(away.id, stays.id);
    const { post } = await getPost(GUEST, { id: away.openingId, language });
    expect(post.text).toBe(
      'Gifts *from* clients\n\nA last session.\n\nShe brought a vase.\n\nWhat I have tried\n\nI said [thanks].\n\nI kept it.\n\nMy question\n\nWas that right?',
    );
    expect(post.html).toContain('<em>vase</em>');
    expect(post.edited).toMatchObject({ by: 'moderator', reason });
    const [revision] = await listRevisions(GUEST, { id: away.openingId });
    expect(revision).toMatchObject({ by: 'moderator', version: 2 });
    const input = { body: 'Shorter.', version: 2, reason: null, publicDiff: false };
    expect(await editPost(again(asker), { id: away.openingId, input })).toMatchObject({ kind: 'edited' });
    expect(await getThread(GUEST, { id: stays.id, language })).toMatchObject({ title: 'Presents' });
  });

  it('keeps everybody who they were, and who wrote in both is their earliest there', async () => {
    const { away, stays, asker, answerer } = await setUp();
    const aliasIn = async (member: Member, id: string) => (await listMyPersonasInThread(again(member), id))[0]?.alias;
    const [asked, answered] = [await aliasIn(asker, away.id), await aliasIn(answerer, stays.id)];
    await merge(away.id, stays.id);
    expect(await aliasIn(asker, stays.id)).toBe(asked);
    for (const [member, alias] of [
      [asker, asked],
      [answerer, answered],
    ] as const) {
      const { postId } = await makeReply(again(member), stays.id);
      expect((await getPost(GUEST, { id: postId, language })).post.author.name).toBe(alias);
      expect((await getPost(again(member), { id: postId, language })).post.isMine).toBe(true);
    }
    expect((await listMyThreads(again(asker), { language })).threads).toMatchObject([{ id: stays.id, alias: asked }]);
  });

  it('tells two people apart who were drawn the same alias', async () => {
    const { away, stays, first } = await setUp();
    const personas = await db.persona.findMany({
      where: { posts: { some: { threadId: { in: [away.id, stays.id] } } } },
    });
    const scopeOf = async (id: string) => (await db.thread.findUniqueOrThrow({ where: { id } })).scopeId;
    const [here, there] = [await scopeOf(away.id), await scopeOf(stays.id)];
    const rename = (id: string, alias: string) => db.persona.update({ where: { id }, data: { alias } });
    const opening = await db.post.findUniqueOrThrow({ where: { id: stays.openingId } });
    const reply = await db.post.findUniqueOrThrow({ where: { id: first.postId } });
    await rename(opening.personaId!, 'Still Otter');
    await rename(reply.personaId!, 'Still Otter');
    await rename(personas.find(({ id, scopeId }) => scopeId === here && id !== reply.personaId)!.id, 'Still Otter 2');
    await merge(away.id, stays.id);
    const named = await db.persona.findMany({
      where: { scopeId: { in: [here, there] }, alias: { startsWith: 'Still' } },
    });
    expect(named.map(({ id, alias }) => [id, alias])).toEqual(
      expect.arrayContaining([
        [opening.personaId, 'Still Otter'],
        [reply.personaId, 'Still Otter 3'],
      ]),
    );
    expect(new Set(named.map(({ alias }) => alias)).size).toBe(named.length);
  });

  it('leads from every address of the old thread to the new one, over several merges too', async () => {
    const { topic, away, stays, second } = await setUp();
    await merge(away.id, stays.id);
    const last = await makeThread(await makeMember(), { topic });
    await merge(stays.id, last.id);
    for (const id of [away.id, stays.id]) expect(await findMergedInto(id)).toBe(last.id);
    expect(await findFormerPage({ id: away.id, into: last.id, after: 0 })).toBe(3);
    expect(await findFormerPage({ id: away.id, into: last.id, after: 2 })).toBe(5);
    expect(await findFormerPage({ id: stays.id, into: last.id, after: 4 })).toBe(5);
    expect(await findFormerPage({ id: away.id, into: last.id, after: 20 })).toBeNull();
    expect((await getPost(GUEST, { id: second.postId, language })).post.number).toBe(6);
  });

  it('leaves a row that no list, count or page shows', async () => {
    const { topic, away, stays } = await setUp();
    await pinThread(moderator, {
      id: away.id,
      until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      reason,
    });
    await merge(away.id, stays.id);
    for (const viewer of [GUEST, await makeMember(), moderator]) {
      await expect(getThread(viewer, { id: away.id, language })).rejects.toMatchObject({ code: 'not-found' });
      expect((await listThreads(viewer, { topic, language })).threads).toMatchObject([{ id: stays.id }]);
      expect((await listThreads(viewer, { topic, language, pinnedFirst: true })).threads).toMatchObject([
        { id: stays.id },
      ]);
      expect((await listThreadAddresses(viewer, { limit: 10_000 })).map(({ id }) => id)).not.toContain(away.id);
      expect(await getTopic(viewer, { slug: topic, language })).toMatchObject({ threads: 1 });
    }
    expect(await textsOf(away.id, moderator)).toEqual([]);
    expect(await db.thread.findUniqueOrThrow({ where: { id: away.id } })).toMatchObject({
      ...{ title: '', slug: 'merged', situation: null, whatIHaveTried: null, question: null, replyCount: 0 },
      ...{ pinnedUntil: null, answerId: null, mergedIntoId: stays.id },
    });
  });

  it('is followed by the search index', async () => {
    const { away, stays } = await setUp();
    await drainOutbox();
    await merge(away.id, stays.id);
    await drainOutbox();
    expect(await verifyIndex()).toEqual({ missing: [], stale: [], surplus: [] });
    for (const thread of [away.id, stays.id]) {
      const { hits } = await searchThreads(GUEST, parseSearchRequest(new URLSearchParams({ q: 'vase', thread })));
      expect(hits).toMatchObject([{ threadId: stays.id, postId: away.openingId }]);
    }
  });

  it('takes follows and what was read along', async () => {
    const { away, stays } = await setUp();
    const follower = await makeMember();
    await followThread(follower, away.id);
    await makeReply(await makeMember(), away.id, { body: 'Not read yet.' });
    await merge(away.id, stays.id);
    expect(await attentionTo(again(follower), stays.id)).toBe('followed');
    const inbox = () => readInbox(again(follower), { language }).then(({ items }) => items);
    expect(await inbox()).toMatchObject([{ thread: { id: stays.id }, news: 1, firstNew: 6 }]);
    await markAsRead(again(follower), { kind: 'thread', id: stays.id });
    expect(await inbox()).toEqual([]);
    await leaveAlone(again(follower), stays.id);
    expect(await attentionTo(again(follower), stays.id)).toBe('none');
    await makeReply(await makeMember(), stays.id);
    expect(await inbox()).toEqual([]);
  });

  it('does not hide from who follows both what they have not read of the thread that stays', async () => {
    const { away, stays } = await setUp();
    const follower = await makeMember();
    await followThread(follower, stays.id);
    await followThread(again(follower), away.id);
    await makeReply(await makeMember(), stays.id);
    await merge(away.id, stays.id);
    expect((await readInbox(again(follower), { language })).items).toMatchObject([
      { thread: { id: stays.id }, firstNew: 3 },
    ]);
  });

  it('joins the warnings, and opens what was warned of to nobody unwarned', async () => {
    const { away, stays } = await setUp();
    await db.thread.update({ where: { id: away.id }, data: { contentWarning: 'Self-harm' } });
    const third = await makeThread(await makeMember(), { topic: await makeTopic(), contentWarning: 'Grief' });
    await merge(away.id, stays.id);
    expect((await getThread(GUEST, { id: stays.id, language })).contentWarning).toBe('Self-harm');
    expect((await getPost(GUEST, { id: stays.openingId, language })).post.edited).toMatchObject({ reason });
    await merge(third.id, stays.id);
    expect((await getThread(GUEST, { id: stays.id, language })).contentWarning).toBe('Self-harm, Grief');
  });

  it('is on record, and tells readers between the posts, without a name', async () => {
    const { away, stays } = await setUp();
    await lockThread(moderator, { id: away.id, reason: 'Before' });
    await merge(away.id, stays.id);
    expect(await eventsIn(stays.id)).toMatchObject([{ kind: 'merge', afterNumber: 2, reason }]);
    const { actions } = await listActions(GUEST, { limit: 5_000 });
    const here = actions.filter(({ thread }) => thread?.id === stays.id).map(({ kind }) => kind);
    expect(here.sort()).toEqual(['lock', 'merge', 'merge']);
  });

  it('takes no mark of an answer along', async () => {
    const { away, stays, first } = await setUp();
    await markAnswer(moderator, { postId: first.postId, reason });
    await merge(away.id, stays.id);
    expect((await getThread(GUEST, { id: stays.id, language })).answer).toBeNull();
  });
});

describe('a merge that cannot be', () => {
  const refused = (fault: string) => ({ kind: 'refused', field: 'into', fault });

  it('says why, and changes nothing', async () => {
    const { topic, away, stays } = await setUp();
    const gone = await makeThread(await makeMember(), { topic });
    await merge(gone.id, stays.id);
    const hidden = await makeThread(await makeMember(), { topic });
    await hidePost(moderator, { id: hidden.openingId, reason });
    const inside = await makeThread(moderator, { topic: await makeTopic() });
    await db.topic.updateMany({ where: { threads: { some: { id: inside.id } } }, data: { staffOnly: true } });
    const before = await textsOf(away.id);
    for (const [into, fault] of [
      ['nothing like it', 'faults.mergeUnknown'],
      ['abcdefghijklmnop', 'faults.mergeUnknown'],
      [away.id, 'faults.mergeItself'],
      [gone.id, 'faults.mergeMerged'],
      [hidden.id, 'faults.mergeIntoHidden'],
      [inside.id, 'faults.mergeBorder'],
    ] as const) {
      expect(await merge(away.id, into)).toEqual(refused(fault));
    }
    expect(await merge(hidden.id, away.id)).toEqual(refused('faults.mergeHidden'));
    await expect(merge(gone.id, away.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await textsOf(away.id)).toEqual(before);
    expect(await db.moderationAction.count({ where: { threadId: away.id } })).toBe(0);
  });

  it('refuses an opening that would become too long for one text', async () => {
    const { topic, stays } = await setUp();
    const long = await makeThread(await makeMember(), {
      topic,
      body: 'word '.repeat(3_990),
      situation: 'x'.repeat(900),
    });
    expect(await merge(long.id, stays.id)).toEqual(refused('faults.mergeTooLong'));
  });
});

describe('at the same moment', () => {
  it('two merges in opposite directions end with one thread that holds everything', async () => {
    const { away, stays } = await setUp();
    const results = await Promise.allSettled([merge(away.id, stays.id), merge(stays.id, away.id)]);
    const done = results.filter((result) => result.status === 'fulfilled' && result.value.kind === 'merged');
    expect(done).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect((result.reason as { code?: string }).code).toMatch(/conflict|not-found/);
    }
    expect(await db.post.groupBy({ by: ['threadId'], where: { threadId: { in: [away.id, stays.id] } } })).toHaveLength(
      1,
    );
  });

  it('a chain of merges leads to its end', async () => {
    const { topic, away, stays } = await setUp();
    const end = await makeThread(await makeMember(), { topic });
    await Promise.allSettled([merge(away.id, stays.id), merge(stays.id, end.id)]);
    const rows = await db.thread.findMany({ where: { id: { in: [away.id, stays.id] }, mergedIntoId: { not: null } } });
    for (const { mergedIntoId } of rows) expect(await findMergedInto(mergedIntoId!)).toBeNull();
    expect(rows.length).toBeGreaterThan(0);
  });

  it('replies end up in the thread that stays, or their writers are told where to go; none is lost or doubled', async () => {
    const { away, stays } = await setUp();
    const writers = await Promise.all(Array.from({ length: 8 }, () => makeMember()));
    const [, ...replies] = await Promise.all([
      merge(away.id, stays.id),
      ...writers.map((member, index) =>
        createReply(member, { threadId: away.id, input: replyInput({ body: `Reply ${index}` }) }),
      ),
    ]);
    const texts = await textsOf(stays.id);
    for (const [index, reply] of replies.entries()) {
      const times = texts.filter((text) => text.endsWith(`Reply ${index}`)).length;
      if (reply.kind === 'replied') expect(times).toBe(1);
      else expect([reply, times]).toEqual([{ kind: 'merged', into: stays.id }, 0]);
    }
    expect(await textsOf(away.id, moderator)).toEqual([]);
    expect(texts.map((text) => Number(text.split(' ')[0]))).toEqual(texts.map((_, index) => index + 1));
  });

  it('finds the reply that a form made before the merge when it is sent again after it', async () => {
    const { away, stays } = await setUp();
    const [member, input] = [await makeMember(), replyInput()];
    const first = await createReply(member, { threadId: away.id, input });
    await merge(away.id, stays.id);
    const second = await createReply(again(member), { threadId: away.id, input });
    expect(second).toMatchObject({ ...first, number: 6, thread: { id: stays.id } });
  });

  it('an edit of the opening that goes, and the merge, do not wait for each other for ever', async () => {
    const { away, stays, asker } = await setUp();
    const opening = { title: 'Mine', question: 'Q', contentWarning: null, situation: null, whatIHaveTried: null };
    const input = { ...opening, body: 'Changed.', version: 1, reason: null, publicDiff: false };
    const results = await Promise.allSettled([
      editPost(again(asker), { id: away.openingId, input }),
      merge(away.id, stays.id),
      editPost(again(asker), { id: away.openingId, input }),
    ]);
    for (const result of results) {
      if (result.status === 'rejected')
        expect((result.reason as { code?: string }).code).toMatch(/conflict|bad-request/);
    }
    expect(await db.thread.findUniqueOrThrow({ where: { id: stays.id } })).toMatchObject({ title: 'Presents' });
  });
});
