import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput, threadInput } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { readInbox } from '../../following/inbox.server.ts';
import { GUEST, type Member } from '../../identity/viewer.ts';
import { getPost } from '../../posts/get-post.server.ts';
import { listPosts } from '../../posts/list-posts.server.ts';
import { listPostsByPenName } from '../../posts/list-posts-by-pen-name.server.ts';
import { indexedPosts } from '../../search/document.server.ts';
import { writeSettings } from '../../settings/settings.server.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { getThread } from '../../threads/get-thread.server.ts';
import { listThreadAddresses } from '../../threads/list-thread-addresses.server.ts';
import { listThreads } from '../../threads/list-threads.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { addWordRule, listWordRules, removeWordRule } from '../word-rules/word-rules.server.ts';
import { editOwnPost } from './edit-own-post.server.ts';
import { approvePost, holdPost, sendBack } from './hold-post.server.ts';
import { approvePendingEdit, sendBackPendingEdit, withdrawPendingEdit } from './pending-edit.server.ts';
import { publishReply, publishThread } from './publish.server.ts';
import { getPendingEdit, waitingAbout } from './waiting.server.ts';

const language = 'en' as const;
const START = Date.UTC(2030, 4, 6, 12, 20);
const HOUR = 3_600_000;
const root = await makeMember({ role: 'administrator' });
const topic = await makeTopic();

const settings = (given: object) => writeSettings(settingsSchema.parse(given));
const item = (postId: string, kind: 'held' | 'risk' | 'pendingEdit') =>
  db.queueItem.findFirst({ where: { postId, kind, closedAt: null }, select: { id: true, version: true, risk: true } });
const row = (id: string) => db.post.findUniqueOrThrow({ where: { id } });
const holdOf = (postId: string) => db.hold.findUnique({ where: { postId } });

async function reply(member: Member, threadId: string, given: Record<string, unknown> = {}) {
  const result = await publishReply(member, { threadId, input: replyInput(given) });
  if (result.kind !== 'replied') throw new Error(JSON.stringify(result));
  return result;
}

/** Somebody who has written enough to be new no longer, and a thread of somebody else's. */
async function setUp() {
  const [author, moderator, newcomer] = [
    await makeMember(),
    await makeMember({ role: 'moderator' }),
    await makeMember(),
  ];
  const thread = await makeThread(author, { topic });
  await makeReply(again(author), thread.id);
  return { author: again(author), moderator, newcomer, thread };
}

async function rule(pattern: string, effect: 'hold' | 'warn' | 'mask') {
  await addWordRule(root, { pattern, effect, note: null });
}

beforeEach(async () => {
  setClock(() => START);
  await settings({});
});
afterEach(async () => {
  setClock();
  for (const { id } of await listWordRules(root)) await removeWordRule(root, id);
});

describe('a newcomer', () => {
  it('is not held while the setting is off', async () => {
    const { newcomer, thread } = await setUp();
    const { postId } = await reply(newcomer, thread.id);
    expect(await row(postId)).toMatchObject({ state: 'published' });
  });

  it('is held twice, and no more once two posts are published, under whatever names', async () => {
    await settings({ holdNewcomers: true });
    const { moderator, newcomer, thread } = await setUp();
    const other = await makeThread(await makeMember(), { topic });
    const first = await reply(newcomer, thread.id, { as: 'anonymous' });
    const second = await reply(again(newcomer), other.id, { as: 'pen-name' });
    const third = await reply(again(newcomer), other.id, { as: 'pen-name' });
    for (const { postId } of [first, second, third]) {
      expect(await row(postId)).toMatchObject({ state: 'held' });
      expect(await holdOf(postId)).toMatchObject({ reasons: ['newcomer'] });
      expect(await item(postId, 'held')).toMatchObject({ risk: 0 });
    }
    await approvePost(moderator, { id: first.postId, reason: 'Fine' });
    expect(await row((await reply(again(newcomer), thread.id)).postId)).toMatchObject({ state: 'held' });
    await approvePost(moderator, { id: second.postId, reason: 'Fine' });
    expect(await row((await reply(again(newcomer), thread.id)).postId)).toMatchObject({ state: 'published' });
  });

  it('may link twice, and others as often as they like', async () => {
    const { author, newcomer, thread } = await setUp();
    const links = (count: number) =>
      Array.from({ length: count }, (_, at) => `[x](https://e${String(at)}.org)`).join(' ');
    expect(await row((await reply(newcomer, thread.id, { body: links(2) })).postId)).toMatchObject({
      state: 'published',
    });
    const many = await reply(again(newcomer), thread.id, { body: links(3) });
    expect(await holdOf(many.postId)).toMatchObject({ reasons: ['links'] });
    expect(await row((await reply(author, thread.id, { body: links(3) })).postId)).toMatchObject({
      state: 'published',
    });
  });

  it('who opens a thread is held with it, and both come out of now', async () => {
    await settings({ holdNewcomers: true });
    const { moderator, newcomer } = await setUp();
    const started = await publishThread(newcomer, threadInput({ topic, title: 'Mine' }));
    if (started.kind !== 'started') throw new Error(started.fault);
    const { id } = started.thread;
    const opening = await db.post.findFirstOrThrow({ where: { threadId: id } });
    await expect(getThread(GUEST, { id, language })).rejects.toMatchObject({ code: 'not-found' });
    expect(await getThread(again(newcomer), { id, language })).toMatchObject({ state: 'held' });
    setClock(() => START + 5 * HOUR);
    await approvePost(moderator, { id: opening.id, reason: 'Fine' });
    const hour = new Date(Date.UTC(2030, 4, 6, 17));
    expect(await getThread(GUEST, { id, language })).toMatchObject({ createdAt: hour, lastActivityAt: hour });
    expect(await row(opening.id)).toMatchObject({ state: 'published', number: 1, createdAt: hour });
  });
});

describe('a held reply', () => {
  async function held() {
    const world = await setUp();
    await rule('sesame', 'hold');
    const { postId, number } = await reply(world.author, world.thread.id, { body: 'Open **sesame** please' });
    return { ...world, postId, number };
  }

  it('is on no page, list, feed, count, search or inbox of others, and moves its thread nowhere', async () => {
    const { author, moderator, thread, postId } = await held();
    const follower = await makeMember();
    await makeReply(again(follower), thread.id);
    for (const viewer of [GUEST, await makeMember(), again(follower)]) {
      await expect(getPost(viewer, { id: postId, language })).rejects.toMatchObject({ code: 'not-found' });
      const { posts } = await listPosts(viewer, { threadId: thread.id });
      expect(posts.map(({ id }) => id)).not.toContain(postId);
      expect(JSON.stringify(posts)).not.toContain('sesame');
      expect(await getThread(viewer, { id: thread.id, language })).toMatchObject({ replies: 2 });
    }
    const named = await reply(again(author), thread.id, {
      body: 'A sesame again',
      as: 'pen-name',
      confirmSwitch: 'on',
    });
    expect(await row(named.postId)).toMatchObject({ state: 'held' });
    expect((await listPostsByPenName(GUEST, { penName: author.penName })).posts).toEqual([]);
    expect(await db.post.count({ where: { AND: [{ id: { in: [postId, named.postId] } }, indexedPosts] } })).toBe(0);
    expect(
      (await readInbox(again(follower), { language })).items.filter(({ thread: { id } }) => id === thread.id),
    ).toEqual([]);
    const quoting = await publishReply(await makeMember(), {
      threadId: thread.id,
      input: replyInput({ quoteOf: postId }),
    });
    expect(quoting).toMatchObject({ kind: 'refused', field: 'quoteOf' });
    for (const viewer of [again(author), moderator]) {
      expect((await getPost(viewer, { id: postId, language })).post.text).toContain('sesame');
    }
  });

  it('tells its author why, in a reason and not in the rule, and others nothing', async () => {
    const { author, thread, postId } = await held();
    const view = async (viewer: Member) =>
      waitingAbout(viewer, (await listPosts(viewer, { threadId: thread.id })).posts);
    expect((await view(again(author)))[postId]).toEqual({
      hold: { reasons: ['wordRule'], isSentBack: false },
      edit: null,
      isUrgent: false,
    });
    expect(await view(await makeMember())).toEqual({});
  });

  it('is one, and one item, however often its form is sent', async () => {
    await rule('sesame', 'hold');
    const { newcomer, thread } = await setUp();
    const input = replyInput({ body: 'sesame' });
    const results = await Promise.all(
      Array.from({ length: 20 }, () => publishReply(again(newcomer), { threadId: thread.id, input })),
    );
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    const posts = await db.post.findMany({ where: { threadId: thread.id, formKey: input.formKey } });
    expect(posts).toHaveLength(1);
    expect(await db.queueItem.count({ where: { postId: posts[0]?.id ?? '' } })).toBe(1);
  });

  it('comes out as the newest of its thread: next number, present hour, counted, without a mark, its reasons gone', async () => {
    const { author, moderator, thread, postId, number } = await held();
    const follower = await makeMember();
    await makeReply(again(follower), thread.id);
    setClock(() => START + 3 * HOUR);
    const seen = (await item(postId, 'held'))!;
    const edited = await editOwnPost(again(author), {
      id: postId,
      input: { body: 'Open sesame, please', version: 1, reason: null, publicDiff: false },
    });
    expect(edited).toEqual({ kind: 'edited', version: 2 });
    await expect(
      approvePost(moderator, { id: postId, reason: 'Fine', item: { id: seen.id, version: seen.version } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const now = (await item(postId, 'held'))!;
    await approvePost(moderator, { id: postId, reason: 'Fine', item: { id: now.id, version: now.version } });
    const hour = new Date(Date.UTC(2030, 4, 6, 15));
    const post = await row(postId);
    expect(post).toMatchObject({ state: 'published', stateReason: null, createdAt: hour, editedBy: null });
    expect(post.number).toBeGreaterThan(number + 1);
    expect(await getThread(GUEST, { id: thread.id, language })).toMatchObject({ replies: 3, lastActivityAt: hour });
    expect(await holdOf(postId)).toBeNull();
    expect(await item(postId, 'held')).toBeNull();
    const [news] = (await readInbox(again(follower), { language })).items;
    expect(news).toMatchObject({ thread: { id: thread.id }, news: 1, firstNew: post.number });
  });

  it('is sent back with a reason, revised by its author and waits again', async () => {
    const { author, moderator, thread, postId } = await held();
    const seen = (await item(postId, 'held'))!;
    await sendBack(moderator, { id: postId, reason: 'Say it otherwise', item: { id: seen.id, version: seen.version } });
    expect(await item(postId, 'held')).toBeNull();
    const mine = (await listPosts(again(author), { threadId: thread.id })).posts.find(({ id }) => id === postId);
    expect(mine).toMatchObject({ state: 'held', stateReason: 'Say it otherwise', canEdit: true });
    await expect(sendBack(moderator, { id: postId, reason: 'Again' })).rejects.toMatchObject({ code: 'conflict' });
    const input = { body: 'Said otherwise', version: 1, reason: null, publicDiff: false };
    await editOwnPost(again(author), { id: postId, input });
    expect(await holdOf(postId)).toMatchObject({ isSentBack: false });
    expect(await row(postId)).toMatchObject({ state: 'held', stateReason: null, text: 'Said otherwise' });
    expect(await item(postId, 'held')).not.toBeNull();
  });

  it('is released or sent back by one of two who decide at once', async () => {
    const { moderator, postId } = await held();
    const seen = (await item(postId, 'held'))!;
    const decision = { id: postId, reason: 'Decided', item: { id: seen.id, version: seen.version } };
    const results = await Promise.allSettled([
      approvePost(moderator, decision),
      sendBack(await makeMember({ role: 'moderator' }), decision),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.moderationAction.count({ where: { postId } })).toBe(1);
    expect((await row(postId)).state === 'published').toBe((await holdOf(postId)) === null);
  });

  it('that is hidden is held no longer, and nothing about it waits', async () => {
    const { moderator, postId } = await held();
    const seen = (await item(postId, 'held'))!;
    await hidePost(moderator, { id: postId, reason: 'No', item: { id: seen.id, version: seen.version } });
    expect(await holdOf(postId)).toBeNull();
    expect(await db.queueItem.count({ where: { postId, closedAt: null } })).toBe(0);
  });
});

describe('a published post', () => {
  it('is held until its author has mended it, keeps its number and hour, and the log says when that was taken back', async () => {
    const { author, moderator, thread } = await setUp();
    const { postId } = await makeReply(again(author), thread.id, { body: 'With a detail' });
    const before = await row(postId);
    await holdPost(moderator, { id: postId, reason: 'Leave out the school' });
    expect(await getThread(GUEST, { id: thread.id, language })).toMatchObject({ replies: 1 });
    expect((await listPosts(GUEST, { threadId: thread.id })).posts.map(({ id }) => id)).not.toContain(postId);
    expect(await item(postId, 'held')).toBeNull();
    await expect(holdPost(moderator, { id: postId, reason: 'Again' })).rejects.toMatchObject({ code: 'conflict' });
    setClock(() => START + 2 * HOUR);
    const input = { body: 'Without', version: 1, reason: null, publicDiff: false };
    await editOwnPost(again(author), { id: postId, input });
    await approvePost(moderator, { id: postId, reason: 'Mended' });
    expect(await row(postId)).toMatchObject({
      ...{ state: 'published', text: 'Without', number: before.number, createdAt: before.createdAt },
      editedBy: 'author',
    });
    const acts = await db.moderationAction.findMany({ where: { postId }, orderBy: { createdAt: 'asc' } });
    expect(acts).toMatchObject([{ kind: 'hold' }, { kind: 'approve', revertsId: acts[0]?.id }]);
  });

  it('that opens a thread takes the thread along, and brings it back as it was', async () => {
    const { moderator, thread } = await setUp();
    const before = await getThread(GUEST, { id: thread.id, language });
    await holdPost(moderator, { id: thread.openingId, reason: 'Mend it' });
    await expect(getThread(GUEST, { id: thread.id, language })).rejects.toMatchObject({ code: 'not-found' });
    const listed = (await listThreads(GUEST, { topic, language, limit: 50 })).threads.map(({ id }) => id);
    expect(listed).not.toContain(thread.id);
    const addresses = await listThreadAddresses(GUEST, { limit: 1000 });
    expect(addresses.map(({ id }) => id)).not.toContain(thread.id);
    setClock(() => START + 2 * HOUR);
    await approvePost(moderator, { id: thread.openingId, reason: 'Fine' });
    expect(await getThread(GUEST, { id: thread.id, language })).toEqual(before);
  });
});

describe('a newcomer’s edit of a published post', () => {
  const input = { body: 'Another wording', version: 1, reason: 'clearer', publicDiff: false };

  async function edited() {
    const world = await setUp();
    const { postId } = await makeReply(world.newcomer, world.thread.id, { body: 'One wording' });
    await settings({ holdNewcomers: true });
    expect(await editOwnPost(again(world.newcomer), { id: postId, input })).toEqual({ kind: 'waits' });
    return { ...world, postId };
  }

  it('waits while the published text stays up, seen by its author and staff alone', async () => {
    const { moderator, newcomer, postId } = await edited();
    expect(await row(postId)).toMatchObject({ text: 'One wording', version: 1, state: 'published' });
    expect(await item(postId, 'pendingEdit')).toMatchObject({ risk: 0 });
    for (const viewer of [again(newcomer), moderator]) {
      expect(await getPendingEdit(viewer, { id: postId })).toMatchObject({
        isOvertaken: false,
        changes: [{ field: 'body', parts: [{ text: 'One' }, { text: 'Another' }, { text: ' wording' }] }],
      });
    }
    await expect(getPendingEdit(await makeMember(), { id: postId })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('becomes the next version when it is released', async () => {
    const { moderator, postId } = await edited();
    const seen = (await item(postId, 'pendingEdit'))!;
    await approvePendingEdit(moderator, { id: postId, reason: 'Fine', item: { id: seen.id, version: seen.version } });
    expect(await row(postId)).toMatchObject({ text: 'Another wording', version: 2 });
    expect(await db.pendingEdit.count({ where: { postId } })).toBe(0);
    expect(await db.queueItem.count({ where: { postId, closedAt: null } })).toBe(0);
    expect(await db.revision.count({ where: { postId, by: 'author', reason: 'clearer' } })).toBe(1);
  });

  it('cannot be released once the post has moved on, nor as it was before its author changed it', async () => {
    const { moderator, newcomer, postId } = await edited();
    const seen = (await item(postId, 'pendingEdit'))!;
    const decision = { id: postId, reason: 'Fine', item: { id: seen.id, version: seen.version } };
    await editOwnPost(again(newcomer), { id: postId, input: { ...input, body: 'A third wording' } });
    await expect(approvePendingEdit(moderator, decision)).rejects.toMatchObject({ code: 'conflict' });
    await db.post.update({ where: { id: postId }, data: { version: 2 } });
    await expect(approvePendingEdit(moderator, { id: postId, reason: 'Fine' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await db.pendingEdit.findUnique({ where: { postId } })).toMatchObject({ body: 'A third wording' });
    expect(await editOwnPost(again(newcomer), { id: postId, input })).toMatchObject({ kind: 'stale' });
  });

  it('is sent back with a reason, waits anew when it is changed, and can be withdrawn by its author alone', async () => {
    const { moderator, newcomer, postId } = await edited();
    await sendBackPendingEdit(moderator, { id: postId, reason: 'Too sharp' });
    expect(await item(postId, 'pendingEdit')).toBeNull();
    expect(await getPendingEdit(again(newcomer), { id: postId })).toMatchObject({ sentBackReason: 'Too sharp' });
    await editOwnPost(again(newcomer), { id: postId, input: { ...input, body: 'Softer wording' } });
    expect(await getPendingEdit(again(newcomer), { id: postId })).toMatchObject({ sentBackReason: null });
    expect(await item(postId, 'pendingEdit')).not.toBeNull();
    await expect(withdrawPendingEdit(moderator, { id: postId })).rejects.toMatchObject({ code: 'not-allowed' });
    await withdrawPendingEdit(again(newcomer), { id: postId });
    expect(await getPendingEdit(moderator, { id: postId })).toBeNull();
    expect(await item(postId, 'pendingEdit')).toBeNull();
  });
});

describe('word rules', () => {
  it('mask in all fields of an opening, its slug, its versions and edits', async () => {
    await rule('acme*', 'mask');
    const { author } = await setUp();
    const given = { topic, title: 'At Acme', body: 'I work at ACMEcorp.', question: 'Why acme?' };
    const started = await publishThread(author, threadInput(given));
    if (started.kind !== 'started') throw new Error(started.fault);
    const { id, slug } = started.thread;
    const thread = await getThread(GUEST, { id, language });
    expect(thread).toMatchObject({ title: 'At ••••', question: 'Why ••••?', state: 'published' });
    const post = await db.post.findFirstOrThrow({ where: { threadId: id }, include: { revisions: true } });
    expect(JSON.stringify([slug, post, thread]).toLowerCase()).not.toContain('acme');
    const opening = { title: 'At', contentWarning: 'Acme', situation: null, whatIHaveTried: null, question: null };
    const input = { ...opening, body: 'a_cme_ acme', version: 1, reason: null, publicDiff: false };
    await editOwnPost(again(author), { id: post.id, input });
    expect(await row(post.id)).toMatchObject({ body: 'a_cme_ ••••' });
    expect(await getThread(GUEST, { id, language })).toMatchObject({ contentWarning: '••••' });
  });

  it('warn once, by the word itself, and let through what is confirmed', async () => {
    await rule('crazy', 'warn');
    const { author, thread } = await setUp();
    const input = replyInput({ body: 'This is Crazy' });
    expect(await publishReply(author, { threadId: thread.id, input })).toEqual({
      ...{ kind: 'refused', field: 'despiteWarning', fault: 'faults.wordWarning' },
      values: { word: 'Crazy' },
    });
    expect(await db.post.count({ where: { formKey: input.formKey } })).toBe(0);
    const confirmed = { ...input, despiteWarning: true };
    const { postId } = (await publishReply(again(author), { threadId: thread.id, input: confirmed })) as {
      postId: string;
    };
    expect(await row(postId)).toMatchObject({ state: 'published', body: 'This is Crazy' });
    const edit = { body: 'Still crazy', version: 1, reason: null, publicDiff: false };
    expect(await editOwnPost(again(author), { id: postId, input: edit })).toMatchObject({ field: 'despiteWarning' });
    const meant = { ...edit, despiteWarning: true };
    expect(await editOwnPost(again(author), { id: postId, input: meant })).toMatchObject({ kind: 'edited' });
  });

  it('hold an edit beside the published text', async () => {
    const { author, thread } = await setUp();
    const { postId } = await reply(author, thread.id, { body: 'Harmless' });
    await rule('sesame', 'hold');
    const input = { body: 'Open sesame', version: 1, reason: null, publicDiff: false };
    expect(await editOwnPost(again(author), { id: postId, input })).toEqual({ kind: 'waits' });
    expect(await row(postId)).toMatchObject({ body: 'Harmless' });
    // One that the rules let through takes its place.
    expect(await editOwnPost(again(author), { id: postId, input: { ...input, body: 'Fine' } })).toMatchObject({
      kind: 'edited',
    });
    expect(await db.pendingEdit.count({ where: { postId } })).toBe(0);
    expect(await item(postId, 'pendingEdit')).toBeNull();
  });
});

describe('a review', () => {
  it('holds what the persona or the pen name writes that it was given to, and no other', async () => {
    const { author, thread } = await setUp();
    const other = await makeThread(again(author), { topic, as: 'pen-name' });
    const { personaId } = await db.post.findFirstOrThrow({ where: { threadId: thread.id, personaId: { not: null } } });
    const createdAt = new Date(Date.UTC(2030, 4, 6, 12));
    await db.sanction.create({ data: { id: newId(), kind: 'review', personaId, reason: 'Twice now', createdAt } });
    const there = await reply(again(author), thread.id);
    expect(await holdOf(there.postId)).toMatchObject({ reasons: ['review'] });
    expect(await row((await reply(again(author), other.id, { as: 'pen-name' })).postId)).toMatchObject({
      state: 'published',
    });
  });
});

describe('a post that speaks of danger', () => {
  it('is published whatever would hold it or warn of it, on top of what waits, and shows its author where help is', async () => {
    await settings({ holdNewcomers: true });
    await rule('tonight', 'hold');
    await rule('life', 'warn');
    const { newcomer, thread } = await setUp();
    const { postId } = await reply(newcomer, thread.id, { body: "I'm going to end my life tonight." });
    expect(await row(postId)).toMatchObject({ state: 'published' });
    expect(await item(postId, 'risk')).toMatchObject({ risk: 3 });
    expect(await item(postId, 'held')).toBeNull();
    const posts = async (viewer: Member) => (await listPosts(viewer, { threadId: thread.id })).posts;
    expect((await waitingAbout(newcomer, await posts(again(newcomer))))[postId]).toMatchObject({ isUrgent: true });
    expect(await waitingAbout(await makeMember(), await posts(await makeMember()))).toEqual({});
  });

  it('is heard in an edit, which is published too', async () => {
    const { newcomer, thread } = await setUp();
    const { postId } = await makeReply(newcomer, thread.id);
    await settings({ holdNewcomers: true });
    const input = { body: 'Jeg orker ikke leve lenger.', version: 1, reason: null, publicDiff: false };
    expect(await editOwnPost(again(newcomer), { id: postId, input })).toMatchObject({ kind: 'edited' });
    expect(await item(postId, 'risk')).toMatchObject({ risk: 3 });
  });
});
