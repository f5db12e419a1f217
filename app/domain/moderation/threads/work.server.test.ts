import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { GUEST } from '../../identity/viewer.ts';
import { chooseAnswer } from '../../posts/choose-answer.server.ts';
import { getPost } from '../../posts/get-post.server.ts';
import { drainOutbox } from '../../search/drain-outbox.server.ts';
import { verifyIndex } from '../../search/verify-index.server.ts';
import { readSettings, replaceSettings } from '../../settings/settings.server.ts';
import { getThread } from '../../threads/get-thread.server.ts';
import { listThreads } from '../../threads/list-threads.server.ts';
import { mergeTopics } from '../../topics/merge-topics.server.ts';
import { retireTopic } from '../../topics/order-topics.server.ts';
import { hidePost, restorePost } from '../hide-post.server.ts';
import { lockThread, unlockThread } from '../lock-thread.server.ts';
import { closeSilentThreads } from './close-silent-threads.server.ts';
import { markAnswer, unmarkAnswer } from './mark-answer.server.ts';
import { moveThread } from './move-thread.server.ts';
import { pinThread, unpinThread } from './pin-thread.server.ts';
import { setClosing } from './set-closing.server.ts';
import { setContentWarning } from './set-content-warning.server.ts';
import { eventsIn } from './testing/events-in.ts';

const moderator = await makeMember({ role: 'moderator' });
const language = 'en' as const;
const reason = 'Why not';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2030, 4, 6, 12);

afterEach(() => setClock());

const topicId = async (slug: string) => (await db.topic.findUniqueOrThrow({ where: { slug } })).id;

describe('moving a thread', () => {
  async function setUp() {
    const [from, to] = [await makeTopic(), await makeTopic()];
    const thread = await makeThread(await makeMember(), { topic: from });
    return { from, to, thread };
  }

  it('takes it out of one list into another, keeps its address, and says so in the thread', async () => {
    const { from, to, thread } = await setUp();
    await drainOutbox();
    expect(await moveThread(moderator, { id: thread.id, topic: to, reason })).toEqual({ kind: 'moved' });
    expect((await listThreads(GUEST, { topic: from, language })).threads).toEqual([]);
    expect((await listThreads(GUEST, { topic: to, language })).threads).toMatchObject([
      { id: thread.id, slug: thread.slug },
    ]);
    expect(await eventsIn(thread.id)).toMatchObject([{ kind: 'move', from, to, reason, afterNumber: 1 }]);
    await drainOutbox();
    expect(await verifyIndex()).toEqual({ missing: [], stale: [], surplus: [] });
  });

  it('names no topic that is gone, or not for this viewer', async () => {
    const { from, to, thread } = await setUp();
    await moveThread(moderator, { id: thread.id, topic: to, reason });
    await db.topic.update({ where: { slug: from }, data: { staffOnly: true } });
    expect(await eventsIn(thread.id)).toMatchObject([{ from: null, to }]);
    expect(await eventsIn(thread.id, moderator)).toMatchObject([{ from, to }]);
    await mergeTopics({ id: await topicId(from), into: await topicId(to) });
    expect(await eventsIn(thread.id, moderator)).toMatchObject([{ from: null, to }]);
  });

  it('refuses what is no topic to go to, and changes nothing', async () => {
    const { from, to, thread } = await setUp();
    await retireTopic({ id: await topicId(to), isRetired: true });
    const group = (await db.topic.findUniqueOrThrow({ where: { slug: to }, include: { group: true } })).group!.slug;
    for (const [topic, fault] of [
      [from, 'faults.topicSame'],
      [to, 'faults.topicRetired'],
      [group, 'faults.topicIsGroup'],
      ['no-such-topic', 'faults.topicUnknown'],
    ] as const) {
      const result = await moveThread(moderator, { id: thread.id, topic, reason });
      expect(result).toEqual({ kind: 'refused', field: 'topic', fault });
    }
    expect(await eventsIn(thread.id)).toEqual([]);
  });

  it('by two at once is done once', async () => {
    const { to, thread } = await setUp();
    const move = () => moveThread({ ...moderator }, { id: thread.id, topic: to, reason });
    await Promise.allSettled([move(), move(), move()]);
    expect(await db.moderationAction.count({ where: { threadId: thread.id, kind: 'move' } })).toBe(1);
  });

  it('while its topic is merged away, ends in a topic that is there', async () => {
    const { from, to, thread } = await setUp();
    const merge = async () => mergeTopics({ id: await topicId(from), into: await topicId(to) });
    const results = await Promise.allSettled([merge(), moveThread(moderator, { id: thread.id, topic: to, reason })]);
    expect(results[0].status).toBe('fulfilled');
    expect((await getThread(GUEST, { id: thread.id, language })).topic.slug).toBe(to);
  });
});

describe('a pinned thread', () => {
  async function setUp() {
    setClock(() => START);
    const topic = await makeTopic();
    const threads: string[] = [];
    for (let index = 0; index < 5; index++) {
      setClock(() => START + index * HOUR);
      threads.push((await makeThread(await makeMember(), { topic, title: `Thread ${index}` })).id);
    }
    setClock(() => START + 5 * HOUR);
    const pages = async () => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listThreads(GUEST, { topic, language, limit: 2, after, pinnedFirst: true });
        seen.push(...page.threads.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return seen;
    };
    return { topic, threads, pages };
  }

  it('stands on top until its day is over, and nowhere twice', async () => {
    const { threads, pages, topic } = await setUp();
    const [oldest] = threads;
    expect(await pinThread(moderator, { id: oldest!, until: '2030-05-07', reason })).toEqual({ kind: 'pinned' });
    expect(await pages()).toEqual([oldest, ...threads.slice(1).reverse()]);
    expect((await getThread(GUEST, { id: oldest!, language })).pinned).toBe(true);
    const others = (await listThreads(GUEST, { topic, language })).threads.map(({ id }) => id);
    expect(others).toEqual([...threads].reverse());
    setClock(() => Date.UTC(2030, 4, 8) - 1);
    expect((await pages())[0]).toBe(oldest);
    setClock(() => Date.UTC(2030, 4, 8));
    expect(await pages()).toEqual([...threads].reverse());
  });

  it('is taken from the top again, once', async () => {
    const { threads, pages } = await setUp();
    const id = threads[0]!;
    await pinThread(moderator, { id, until: '2030-05-07', reason });
    await unpinThread(moderator, { id, reason });
    expect(await pages()).toEqual([...threads].reverse());
    await expect(unpinThread(moderator, { id, reason })).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each(['2030-05-05', '2031-06-01'])('cannot be one until %s', async (until) => {
    const { threads } = await setUp();
    const result = await pinThread(moderator, { id: threads[0]!, until, reason });
    expect(result).toEqual({ kind: 'refused', field: 'until', fault: 'faults.pinDay' });
  });
});

describe('the reply that helped', () => {
  async function setUp() {
    const asker = await makeMember();
    const thread = await makeThread(asker, { topic: await makeTopic() });
    const [one, two] = [await makeReply(await makeMember(), thread.id), await makeReply(await makeMember(), thread.id)];
    const answer = async () => (await getThread(GUEST, { id: thread.id, language })).answer;
    return { asker, thread, one, two, answer };
  }

  it('is marked by staff, on record, and is one at a time', async () => {
    const { thread, one, two, answer } = await setUp();
    await markAnswer(moderator, { postId: one.postId, reason });
    expect(await answer()).toEqual({ id: one.postId, number: 2 });
    await markAnswer(moderator, { postId: two.postId, reason });
    expect(await answer()).toEqual({ id: two.postId, number: 3 });
    await expect(unmarkAnswer(moderator, { postId: one.postId, reason })).rejects.toMatchObject({ code: 'conflict' });
    await unmarkAnswer(moderator, { postId: two.postId, reason });
    expect(await answer()).toBeNull();
    const acts = await db.moderationAction.findMany({ where: { threadId: thread.id }, select: { kind: true } });
    expect(acts.map(({ kind }) => kind).sort()).toEqual(['answer', 'answer', 'unanswer']);
  });

  it('is marked by who opened the thread without a record, and by no other member', async () => {
    const { asker, thread, one, answer } = await setUp();
    await chooseAnswer(again(asker), { postId: one.postId, isAnswer: true });
    expect(await answer()).toMatchObject({ id: one.postId });
    const attempt = chooseAnswer(await makeMember(), { postId: one.postId, isAnswer: false });
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
    await chooseAnswer(again(asker), { postId: one.postId, isAnswer: false });
    expect(await answer()).toBeNull();
    expect(await db.moderationAction.count({ where: { threadId: thread.id } })).toBe(0);
  });

  it('is none while readers cannot see it, and never the opening', async () => {
    const { thread, one, answer } = await setUp();
    await markAnswer(moderator, { postId: one.postId, reason });
    await hidePost(moderator, { id: one.postId, reason });
    expect(await answer()).toBeNull();
    await restorePost(moderator, { id: one.postId, reason });
    expect(await answer()).toMatchObject({ number: 2 });
    const attempt = markAnswer(moderator, { postId: thread.openingId, reason });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a content warning', () => {
  it('is an edit that everybody can see, and is taken away again', async () => {
    const thread = await makeThread(await makeMember(), { topic: await makeTopic() });
    const set = (contentWarning: string | null) =>
      setContentWarning(moderator, { id: thread.id, contentWarning, reason });
    expect(await set('Loss')).toEqual({ kind: 'set' });
    expect(await getThread(GUEST, { id: thread.id, language })).toMatchObject({
      contentWarning: 'Loss',
      title: 'A title',
    });
    expect((await getPost(GUEST, { id: thread.openingId, language })).post.edited).toMatchObject({
      by: 'moderator',
      reason,
    });
    expect(await set('Loss')).toMatchObject({ fault: 'faults.warningSame' });
    await set(null);
    expect((await getThread(GUEST, { id: thread.id, language })).contentWarning).toBeNull();
    expect(await set(null)).toMatchObject({ fault: 'faults.warningMissing' });
  });
});

describe('a silence', () => {
  async function setUp(days: '7' | 'never' | 'forum' = '7') {
    setClock(() => START);
    const topic = await makeTopic();
    const thread = await makeThread(await makeMember(), { topic, language: 'nb' });
    if (days !== 'forum') await setClosing(moderator, { id: thread.id, days, reason });
    const isLocked = async () => (await getThread(GUEST, { id: thread.id, language })).locked;
    const at = async (time: number) => {
      setClock(() => time);
      await closeSilentThreads();
      return isLocked();
    };
    return { thread, at };
  }

  it('locks a thread once it has lasted so long, by itself and in its own language', async () => {
    const { thread, at } = await setUp();
    expect(await at(START + 7 * DAY - HOUR)).toBe(false);
    expect(await at(START + 7 * DAY)).toBe(true);
    const { lockReason } = await getThread(GUEST, { id: thread.id, language });
    expect(lockReason).toBe('Ingen har skrevet her på 7 dager. Tråden låste seg selv.');
    const acts = await db.moderationAction.findMany({ where: { threadId: thread.id, kind: 'lock' } });
    expect(acts).toMatchObject([{ moderatorId: null, reason: lockReason, afterNumber: 1 }]);
    expect(await eventsIn(thread.id)).toMatchObject([{ kind: 'lock', reason: lockReason }]);
    await at(START + 8 * DAY);
    expect(await db.moderationAction.count({ where: { threadId: thread.id, kind: 'lock' } })).toBe(1);
  });

  it('begins anew with a reply, and when somebody unlocks', async () => {
    const { thread, at } = await setUp();
    setClock(() => START + 5 * DAY);
    await makeReply(await makeMember(), thread.id);
    expect(await at(START + 8 * DAY)).toBe(false);
    expect(await at(START + 12 * DAY)).toBe(true);
    await unlockThread(moderator, { id: thread.id, reason });
    expect(await at(START + 12 * DAY + HOUR)).toBe(false);
    expect(await at(START + 19 * DAY - HOUR)).toBe(false);
    expect(await at(START + 19 * DAY)).toBe(true);
  });

  it('never ends a thread that is set so, nor one where nothing is set', async () => {
    expect(await (await setUp('never')).at(START + 3_000 * DAY)).toBe(false);
    expect(await (await setUp('forum')).at(START + 3_000 * DAY)).toBe(false);
  });

  it('goes by the setting of the forum where the thread has none of its own', async () => {
    const { settings, stored } = await readSettings();
    await replaceSettings(stored, { ...settings, closeAfterDays: 30 });
    const [never, forum] = [await setUp('never'), await setUp('forum')];
    expect(await never.at(START + 40 * DAY)).toBe(false);
    expect(await forum.at(START + 40 * DAY)).toBe(true);
    const now = await readSettings();
    await replaceSettings(now.stored, settings);
  });

  it('says in the thread who locked it then and who before', async () => {
    const { thread, at } = await setUp();
    await lockThread(moderator, { id: thread.id, reason: 'Heated' });
    await unlockThread(moderator, { id: thread.id, reason: 'Cooled' });
    expect(await at(START + 7 * DAY)).toBe(true);
    expect((await eventsIn(thread.id)).map(({ kind }) => kind)).toEqual(['lock', 'unlock', 'lock']);
  });
});
