import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, threadInput } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST } from '../identity/viewer.ts';
import { getThread } from './get-thread.server.ts';
import { listMyThreads } from './list-my-threads.server.ts';
import { listThreads } from './list-threads.server.ts';
import { startThread } from './start-thread.server.ts';
import { flushViews, inSteps, noteView } from './view-count.server.ts';

const language = 'en' as const;

describe('starting a thread', () => {
  it('makes thread, post, revision and outbox row together', async () => {
    const topic = await makeTopic();
    const input = threadInput({ topic, title: 'Two chairs', question: 'Why?', whatIHaveTried: 'Nothing.' });
    const result = await startThread(await makeMember(), input);
    if (result.kind !== 'started') throw new Error(result.fault);
    const thread = await getThread(GUEST, { id: result.thread.id, language });
    expect(thread).toMatchObject({
      slug: 'two-chairs',
      title: 'Two chairs',
      question: 'Why?',
      replies: 0,
      locked: false,
    });
    const post = await db.post.findFirstOrThrow({ where: { threadId: thread.id }, include: { revisions: true } });
    expect(post).toMatchObject({ number: 1, version: 1, text: 'What happened.' });
    expect(post.revisions).toMatchObject([{ version: 1, title: 'Two chairs', body: 'What happened.', by: 'author' }]);
    expect(await db.outbox.count({ where: { entityId: post.id } })).toBe(1);
  });

  it('makes one thread of fifty identical submits at once, and answers all fifty alike', async () => {
    const topic = await makeTopic();
    const member = await makeMember();
    const input = threadInput({ topic });
    const results = await Promise.all(Array.from({ length: 50 }, () => startThread(again(member), input)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await db.thread.count({ where: { formKey: input.formKey } })).toBe(1);
    expect(await listMyThreads(again(member), { language })).toMatchObject({
      threads: [{ title: 'A title' }],
      next: null,
    });
  });

  it('says so when a form that was published is sent again with another question', async () => {
    const member = await makeMember();
    const input = threadInput({ topic: await makeTopic() });
    expect(await startThread(member, input)).toMatchObject({ kind: 'started' });
    const sent = startThread(again(member), { ...input, question: 'And what then?' });
    expect(await sent).toMatchObject({ kind: 'refused', fault: 'faults.alreadySent' });
  });

  it('refuses a topic that is not one, a group too, and writes nothing', async () => {
    const topic = await makeTopic();
    const group = (await db.topic.findUniqueOrThrow({ where: { slug: topic }, include: { group: true } })).group!.slug;
    const member = await makeMember();
    for (const slug of ['no-such-topic', group]) {
      const input = threadInput({ topic: slug });
      expect(await startThread(member, input)).toEqual({
        kind: 'refused',
        field: 'topic',
        fault: 'faults.topicUnknown',
      });
      expect(await db.thread.count({ where: { formKey: input.formKey } })).toBe(0);
    }
  });

  it('refuses a text that is nested too deep, and writes nothing', async () => {
    const input = threadInput({ topic: await makeTopic(), body: `${'> '.repeat(60)}deep` });
    expect(await startThread(await makeMember(), input)).toMatchObject({ field: 'body', fault: 'faults.tooDeep' });
    expect(await db.thread.count({ where: { formKey: input.formKey } })).toBe(0);
  });
});

describe('a text that shows nothing', () => {
  it('is no text', async () => {
    const input = threadInput({ topic: await makeTopic(), body: '[a]: /b' });
    expect(await startThread(await makeMember(), input)).toMatchObject({ field: 'body', fault: 'faults.bodyMissing' });
  });
});

describe('lists', () => {
  it('page through everything once, in order, while others write', async () => {
    const topic = await makeTopic();
    const member = await makeMember();
    for (let i = 0; i < 7; i++) await makeThread(again(member), { topic, title: `Thread ${String(i)}` });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listThreads(GUEST, { topic, language, limit: 3, after });
      seen.push(...page.threads.map((thread) => thread.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('find by group, by perspective, and what nobody has answered', async () => {
    const topic = await makeTopic();
    const member = await makeMember();
    const answered = await makeThread(member, { topic, perspective: 'client' });
    const open = await makeThread(member, { topic, perspective: 'therapist' });
    await makeReply(member, answered.id, { perspective: 'supervisor' });
    const group = (await db.topic.findUniqueOrThrow({ where: { slug: topic }, include: { group: true } })).group!.slug;
    const ids = async (request: object) =>
      (await listThreads(GUEST, { topic, language, ...request })).threads.map((thread) => thread.id).sort();
    expect(await ids({ topic: group })).toEqual([answered.id, open.id].sort());
    expect(await ids({ perspective: 'client' })).toEqual([answered.id]);
    expect(await ids({ sort: 'unanswered' })).toEqual([open.id]);
    const [thread] = (await listThreads(GUEST, { topic, language, perspective: 'client' })).threads;
    expect(thread).toMatchObject({ replies: 1, clientReplies: 0, practitionerReplies: 1 });
  });

  it.each(['-1', '1e9', 'NaN', '', 'x-y', `zzzzzzzz-${newId()}`, "'; --"])('refuse the cursor %j', async (after) => {
    const topic = await makeTopic();
    await expect(listThreads(GUEST, { topic, language, after })).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('a hidden thread', () => {
  it.each(['pen-name', 'anonymous'] as const)(
    'is gone for others and stays for staff and its author (%s)',
    async (as) => {
      const topic = await makeTopic();
      const author = await makeMember();
      const { id } = await makeThread(author, { topic, as });
      await db.thread.update({ where: { id }, data: { state: 'hidden' } });
      await db.post.updateMany({ where: { threadId: id }, data: { state: 'hidden' } });
      for (const viewer of [GUEST, await makeMember()]) {
        await expect(getThread(viewer, { id, language })).rejects.toMatchObject({ code: 'not-found' });
        expect((await listThreads(viewer, { topic, language })).threads).toEqual([]);
      }
      expect(await getThread(await makeMember({ role: 'moderator' }), { id, language })).toMatchObject({
        state: 'hidden',
      });
      expect(await getThread(again(author), { id, language })).toMatchObject({ state: 'hidden' });
      expect((await listMyThreads(again(author), { language })).threads).toMatchObject([{ id }]);
    },
  );

  it('is not seen under a topic for staff alone either', async () => {
    const topic = await makeTopic();
    const { id } = await makeThread(await makeMember(), { topic });
    await db.topic.update({ where: { slug: topic }, data: { staffOnly: true } });
    await expect(getThread(GUEST, { id, language })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listThreads(GUEST, { topic, language })).threads).toEqual([]);
  });
});

describe('views', () => {
  it('are added up and shown in steps', async () => {
    const { id } = await makeThread(await makeMember(), { topic: await makeTopic() });
    for (let i = 0; i < 30; i++) noteView(id);
    expect((await getThread(GUEST, { id, language })).views).toBe(0);
    await flushViews();
    expect((await getThread(GUEST, { id, language })).views).toBe(25);
  });

  it.each([
    [0, 0],
    [9, 0],
    [10, 10],
    [26, 25],
    [99, 50],
    [100, 100],
    [2_499, 1_000],
    [2_500, 2_500],
  ])('%i count as %i', (count, shown) => {
    expect(inSteps(count)).toBe(shown);
  });
});
