import { afterEach, describe, expect, it } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { wordsHeld } from '#prisma/testing/logical-dump.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { loader as apiPost } from '#app/routes/api.v1.posts.$id.ts';
import { loader as apiSearch } from '#app/routes/api.v1.search.ts';
import { loader as apiThread } from '#app/routes/api.v1.threads.$id.ts';
import { loader as apiThreads } from '#app/routes/api.v1.threads._index.ts';
import { loader as latestFeed } from '#app/routes/feeds.latest[.]atom.ts';
import { loader as threadFeed } from '#app/routes/feeds.threads.$file.ts';
import { loader as topicFeed } from '#app/routes/feeds.topics.$file.ts';
import { listMyLedger, listMyPersonas } from '../authorship/ledger.server.ts';
import { GUEST, type Member, type Viewer } from '../identity/viewer.ts';
import { editAnyPost } from '../moderation/edit-any-post.server.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { editPost } from '../posts/edit-post.server.ts';
import { getPost } from '../posts/get-post.server.ts';
import { listPosts } from '../posts/list-posts.server.ts';
import { listRevisions } from '../posts/list-revisions.server.ts';
import { revisePost } from '../posts/revise-post.server.ts';
import { editOpeningSchema, editReplySchema } from '../posts/schema.ts';
import { drainOutbox } from '../search/drain-outbox.server.ts';
import { verifyIndex } from '../search/verify-index.server.ts';
import { getThread } from '../threads/get-thread.server.ts';
import { listThreads } from '../threads/list-threads.server.ts';
import { erasePost, getPostToErase } from './erase-post.server.ts';
import { carryOutErasures, scheduleErasures } from './persona-erasures.server.ts';

const language = 'en' as const;
const HOUR = 3_600_000;

afterEach(() => setClock());

let made = 0;
/** A word that nobody has ever written. */
const word = (kind: string): string =>
  `zq${kind}${'abcdefghij'.charAt(made % 10)}${'klmnopqrst'.charAt(made++ / 10)}qz`;

const ORIGIN = 'https://forum.test';
type LoaderArgs = Parameters<typeof apiThread>[0];
type Loader = (args: LoaderArgs) => Response | Promise<Response>;

/** What a guest gets to read anywhere of a thread, as one text. */
async function everythingPublic(topic: string, threadId: string, words: readonly string[]): Promise<string> {
  const context = makeContext(ORIGIN, { language });
  const ask = async (loader: unknown, params: Record<string, string>, query = ''): Promise<string> => {
    try {
      const response = await (loader as Loader)({ request: new Request(`${ORIGIN}/x?${query}`), params, context });
      return await response.text();
    } catch {
      return '';
    }
  };
  const posts = await db.post.findMany({ where: { threadId }, select: { id: true } });
  const answers = await Promise.all([
    ask(apiThread, { id: threadId }),
    ask(apiThreads, {}, `topic=${topic}`),
    ...posts.map(({ id }) => ask(apiPost, { id })),
    // The query itself stands in its answer.
    ...words.map(async (q) => (await ask(apiSearch, {}, `q=${q}`)).replaceAll(JSON.stringify(q), '')),
    ask(latestFeed, {}),
    ask(threadFeed, { file: `${threadId}.atom` }),
    ask(topicFeed, { file: `${topic}.atom` }),
    listThreads(GUEST, { topic, language }).then((found) => JSON.stringify(found)),
    listPosts(GUEST, { threadId }).then((found) => JSON.stringify(found)),
  ]);
  return answers.join('\n').toLowerCase();
}

async function publicWords(topic: string, threadId: string, words: readonly string[]): Promise<string[]> {
  const text = await everythingPublic(topic, threadId, words);
  return words.filter((one) => text.includes(one));
}

const opening = (version: number, words: Record<string, string>) =>
  editOpeningSchema.parse({ version: String(version), question: 'Q', ...words });

/** A thread whose opening has a word of its own in each field, and others in its earlier version. */
async function openingFullOfWords(author: Member) {
  const fields = ['title', 'contentWarning', 'situation', 'body', 'whatIHaveTried', 'question'] as const;
  const first = Object.fromEntries(fields.map((field) => [field, word(field.toLowerCase())]));
  const second = Object.fromEntries(fields.map((field) => [field, word(field.toLowerCase())]));
  const topic = await makeTopic();
  const thread = await makeThread(author, { topic, ...first });
  const reason = word('reason');
  await editPost(again(author), { id: thread.openingId, input: opening(1, { ...second, reason }) });
  return {
    topic,
    thread,
    now: Object.values(second),
    all: [...Object.values(first), ...Object.values(second), reason],
  };
}

describe('taking a post back', () => {
  it('takes its words from every table, page, feed, answer and hit, and leaves a row without a word', async () => {
    const author = await makeMember();
    const { topic, thread, now, all } = await openingFullOfWords(author);
    const id = thread.openingId;
    await drainOutbox();
    expect(await wordsHeld(all)).toEqual(all);
    expect(await publicWords(topic, thread.id, now)).toEqual(now);

    await erasePost(again(author), { id });
    await drainOutbox();
    expect(await wordsHeld(all)).toEqual([]);
    expect(await publicWords(topic, thread.id, all)).toEqual([]);
    for (const viewer of [GUEST, again(author), await makeMember({ role: 'moderator' })]) {
      const seen = [
        await getPost(viewer, { id, language }).catch(() => null),
        await listRevisions(viewer, { id }).catch(() => null),
      ];
      const text = JSON.stringify(seen);
      expect(all.filter((one) => text.includes(one))).toEqual([]);
    }
    expect(await db.erasedText.findMany({ where: { postId: id } })).toEqual([
      { id: expect.any(String), postId: id, version: 2, spanStart: null, spanEnd: null },
    ]);
    expect(await verifyIndex()).toMatchObject({ stale: [], surplus: [] });
  });

  it('takes a reply out of the counts and leaves its number', async () => {
    const [author, answerer] = [await makeMember(), await makeMember()];
    const thread = await makeThread(author, { topic: await makeTopic() });
    const body = word('reply');
    const reply = await makeReply(answerer, thread.id, { body, perspective: 'therapist' });
    await makeReply(author, thread.id, { quoteOf: reply.postId });
    await erasePost(again(answerer), { id: reply.postId });
    const { posts } = await listPosts(GUEST, { threadId: thread.id });
    expect(posts.map(({ number, state, html }) => [number, state, html === ''])).toEqual([
      [1, 'published', false],
      [2, 'erased', true],
      [3, 'published', false],
    ]);
    expect(posts[2]?.quoteOf).toMatchObject({ number: 2, excerpt: '' });
    expect(await getThread(GUEST, { id: thread.id, language })).toMatchObject({ replies: 1, practitionerReplies: 0 });
    expect(await wordsHeld([body])).toEqual([]);
  });

  it('of an opening keeps the thread for the replies of others, and closes it with the last of them', async () => {
    const [author, answerer] = [await makeMember(), await makeMember()];
    const thread = await makeThread(author, { topic: await makeTopic() });
    const reply = await makeReply(answerer, thread.id);
    await makeReply(again(author), thread.id);
    await erasePost(again(author), { id: thread.openingId });
    const shown = await getThread(GUEST, { id: thread.id, language });
    expect(shown).toMatchObject({
      title: 'Taken back by its writer',
      slug: 'erased',
      question: null,
      state: 'published',
      replies: 2,
    });
    await erasePost(again(answerer), { id: reply.postId });
    await expect(getThread(GUEST, { id: thread.id, language })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not bring back a thread that moderators took away', async () => {
    const [author, answerer] = [await makeMember(), await makeMember()];
    const thread = await makeThread(author, { topic: await makeTopic() });
    const reply = await makeReply(answerer, thread.id);
    await hidePost(await makeMember({ role: 'moderator' }), { id: thread.openingId, reason: 'r' });
    await erasePost(again(author), { id: thread.openingId });
    await expect(getThread(GUEST, { id: thread.id, language })).rejects.toMatchObject({ code: 'not-found' });
    // Their own text is theirs to take back all the same.
    expect(await getPostToErase(again(answerer), { id: reply.postId })).toMatchObject({
      thread: null,
      isErased: false,
    });
    await erasePost(again(answerer), { id: reply.postId });
  });

  it('is for its author alone, under a pen name or not, and done once', async () => {
    const [author, other, staff] = [
      await makeMember(),
      await makeMember(),
      await makeMember({ role: 'administrator' }),
    ];
    const thread = await makeThread(author, { topic: await makeTopic() });
    const reply = await makeReply(author, thread.id, { as: 'pen-name', confirmSwitch: 'on' });
    for (const id of [thread.openingId, reply.postId]) {
      for (const member of [other, staff]) {
        await expect(erasePost(member, { id })).rejects.toMatchObject({ code: 'not-allowed' });
        await expect(getPostToErase(member, { id })).rejects.toMatchObject({ code: 'not-allowed' });
      }
      await erasePost(again(author), { id });
      await erasePost(again(author), { id });
      expect(await db.erasedText.count({ where: { postId: id } })).toBe(1);
    }
    await expect(erasePost(author, { id: 'nosuchpostatall' })).rejects.toMatchObject({ code: 'not-found' });
    const hidden = await makeThread(author, { topic: await makeTopic() });
    await hidePost(staff, { id: hidden.openingId, reason: 'r' });
    await expect(erasePost(other, { id: hidden.openingId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not undone by an edit that began before, the author’s or a moderator’s', async () => {
    const [author, staff] = [await makeMember(), await makeMember({ role: 'moderator' })];
    const thread = await makeThread(author, { topic: await makeTopic() });
    const { postId: id } = await makeReply(again(author), thread.id);
    const late = word('late');
    await erasePost(again(author), { id });
    const edit = { from: 1, by: 'author' as const, moderatorId: null, reason: null, publicDiff: false, opening: null };
    const text = { body: late, html: late, text: late };
    expect(await db.$transaction((tx) => revisePost(tx, { id, threadId: thread.id }, { ...edit, ...text }))).toBeNull();
    const input = editReplySchema.parse({ version: '1', body: late, reason: 'r' });
    await expect(editAnyPost(staff, { id, input })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await wordsHeld([late])).toEqual([]);
  });

  it('at the same moment as an edit leaves no word of either', async () => {
    const author = await makeMember();
    const thread = await makeThread(author, { topic: await makeTopic() });
    const { postId: id } = await makeReply(again(author), thread.id, { body: word('before') });
    const after = word('after');
    const input = editReplySchema.parse({ version: '1', body: after });
    await Promise.all([editPost(again(author), { id, input }).catch(() => null), erasePost(again(author), { id })]);
    expect(await wordsHeld([after])).toEqual([]);
    const post = await db.post.findUniqueOrThrow({ where: { id }, include: { revisions: true } });
    expect(post.state).toBe('erased');
    expect(await db.erasedText.findFirst({ where: { postId: id } })).toMatchObject({
      version: Math.max(...post.revisions.map(({ version }) => version)),
    });
  });
});

describe('personas that wait to be erased', () => {
  /** A member with anonymous texts in several threads, and the words in them. */
  async function anonymousWriter(threads: number) {
    const member = await makeMember();
    const words = Array.from({ length: threads }, () => word('anon'));
    const topic = await makeTopic();
    const places = [];
    for (const body of words) places.push(await makeThread(again(member), { topic, body }));
    return { member, words, topic, places };
  }

  const fresh = (member: Member): Member => ({ ...member, sessionKey: `fresh-${made++}` });

  it('have each an hour of their own within 14 days, and keep it when asked again', async () => {
    const { member } = await anonymousWriter(12);
    await scheduleErasures(member, 'leave');
    const personaId = { in: (await listMyPersonas(member)).map(({ id }) => id) };
    const read = () => db.personaErasure.findMany({ where: { personaId }, orderBy: { personaId: 'asc' } });
    const rows = await read();
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map((row) => row.dueAt.getTime())).size).toBeGreaterThan(6);
    for (const { dueAt } of rows) {
      expect(dueAt.getTime() % HOUR).toBe(0);
      expect(dueAt.getTime()).toBeGreaterThan(Date.now());
      expect(dueAt.getTime()).toBeLessThanOrEqual(Date.now() + 14 * 24 * HOUR);
    }
    await scheduleErasures(member, 'remove');
    expect(await read()).toEqual(rows.map((row) => ({ ...row, mode: 'remove' })));
  });

  it('are erased when their hour has come and not before, each in a transaction of its own', async () => {
    const { member, words } = await anonymousWriter(3);
    await scheduleErasures(member, 'remove');
    const [first, ...later] = (await listMyPersonas(member)).map(({ id }) => id);
    const soon = Math.ceil(Date.now() / HOUR) * HOUR;
    await db.personaErasure.update({ where: { personaId: first! }, data: { dueAt: new Date(soon) } });
    await db.personaErasure.updateMany({
      where: { personaId: { in: later } },
      data: { dueAt: new Date(soon + HOUR) },
    });
    setClock(() => soon - 1);
    await carryOutErasures();
    expect(await wordsHeld(words)).toHaveLength(3);
    setClock(() => soon);
    await carryOutErasures();
    expect(await wordsHeld(words)).toHaveLength(2);
    setClock(() => Date.now() + 14 * 24 * HOUR);
    await carryOutErasures();
    expect(await wordsHeld(words)).toEqual([]);
    const ids = (await listMyLedger(fresh(member))).map(({ id }) => id);
    const stamps = await db.$queryRaw<{ stamp: string }[]>`
      SELECT DISTINCT xmin::text AS stamp FROM personas WHERE id = ANY (${ids})`;
    expect(stamps).toHaveLength(3);
    await carryOutErasures();
    expect(await db.personaErasure.count()).toBe(0);
  });

  it('that are removed become tombstones, which keep the ledger whole', async () => {
    const { member, topic } = await anonymousWriter(2);
    await scheduleErasures(member, 'remove');
    setClock(() => Date.now() + 14 * 24 * HOUR);
    await carryOutErasures();
    expect(await listMyPersonas(fresh(member))).toEqual([]);
    expect((await listMyLedger(fresh(member))).map(({ isErased }) => isErased)).toEqual([true, true]);
    await makeThread(fresh(member), { topic });
    expect(await listMyLedger(fresh(member))).toHaveLength(3);
  });

  it('that are left keep their texts and belong to nobody', async () => {
    const { member, words, places } = await anonymousWriter(2);
    await scheduleErasures(member, 'leave');
    setClock(() => Date.now() + 14 * 24 * HOUR);
    await carryOutErasures();
    expect(await wordsHeld(words)).toEqual(words);
    expect(await listMyLedger(fresh(member))).toEqual([]);
    const { posts } = await listPosts(again(member) satisfies Viewer, { threadId: places[0]!.id });
    expect(posts).toMatchObject([{ isMine: false, state: 'published' }]);
  });

  it('keep their bars', async () => {
    const { member } = await anonymousWriter(1);
    const [persona] = await listMyPersonas(member);
    const createdAt = new Date(Math.floor(Date.now() / HOUR) * HOUR);
    await db.sanction.create({
      data: { id: 'abarthatstays', kind: 'bar', personaId: persona!.id, reason: 'r', createdAt },
    });
    await scheduleErasures(member, 'remove');
    setClock(() => Date.now() + 14 * 24 * HOUR);
    await carryOutErasures();
    expect(await db.sanction.count({ where: { personaId: persona!.id } })).toBe(1);
  });
});
