import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { createReply } from '../../posts/create-reply.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { lockThread } from '../lock-thread.server.ts';
import { decideOnItem } from '../queue/decide.server.ts';
import { getItem } from '../queue/get-item.server.ts';
import { listQueue } from '../queue/list-queue.server.ts';
import { sanctionWriter } from '../sanctions/sanction-writer.server.ts';
import { askAgain } from './ask-again.server.ts';
import { getDecisionOnMe, listDecisionsOnMe, listDecisionsOnMyPosts } from './decisions-on-me.server.ts';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2030, 4, 6, 12);

async function setUp() {
  setClock(() => START);
  const topic = await makeTopic();
  const [first, second] = [await makeMember({ role: 'moderator' }), await makeMember({ role: 'moderator' })];
  const member = await makeMember();
  const thread = await makeThread(member, { topic });
  const reply = await makeReply(again(member), thread.id);
  return { topic, first, second, member, thread, postId: reply.postId };
}

/** The newest decision on the member, asked about; with its item in the queue. */
async function ask(member: Member, text = 'Please look again.') {
  const [decision] = await listDecisionsOnMe(again(member));
  await askAgain(again(member), { actionId: decision!.id, text });
  const item = await db.queueItem.findFirstOrThrow({
    where: { appeal: { actionId: decision!.id } },
    select: { id: true, version: true },
  });
  return { actionId: decision!.id, item };
}

const input = (version: number, reason: string | null) => ({ version, reason, note: null, despiteClaim: false });

afterEach(() => setClock());

describe('what staff decided', () => {
  it('is found by whom it concerns, under whatever name, and by nobody else', async () => {
    const { topic, first, member, thread, postId } = await setUp();
    const named = await makeThread(again(member), { topic, as: 'pen-name' });
    await hidePost(first, { id: postId, reason: 'A name in it' });
    await lockThread(first, { id: named.id, reason: 'Enough said' });
    await sanctionWriter(first, { postId: thread.openingId, kind: 'note', length: '1', reason: 'Among us' });
    const mine = await listDecisionsOnMe(again(member));
    const { alias } = await db.persona.findFirstOrThrow({ where: { posts: { some: { id: postId } } } });
    expect(
      mine.map(({ kind, reason, name }) => ({ kind, reason, name })).sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    ).toEqual([
      { kind: 'hide', reason: 'A name in it', name: alias },
      { kind: 'lock', reason: 'Enough said', name: member.penName },
    ]);
    expect(await listDecisionsOnMe(await makeMember())).toEqual([]);
    await expect(getDecisionOnMe(await makeMember(), mine[0]!.id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listDecisionsOnMyPosts(again(member), [{ id: postId, isMine: true }]))[postId]).toMatchObject([
      { kind: 'hide' },
    ]);
  });

  it('cannot be asked about after ninety days', async () => {
    const { first, member, postId } = await setUp();
    await hidePost(first, { id: postId, reason: 'A name in it' });
    const [decision] = await listDecisionsOnMe(again(member));
    setClock(() => START + 91 * DAY);
    const late = askAgain(again(member), { actionId: decision!.id, text: 'Late' });
    await expect(late).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a second look', () => {
  it('is asked for once, even twice at once, and by whom it concerns alone', async () => {
    const { first, member, postId } = await setUp();
    await hidePost(first, { id: postId, reason: 'A name in it' });
    const [decision] = await listDecisionsOnMe(again(member));
    const actionId = decision!.id;
    const asked = await Promise.allSettled([
      askAgain(again(member), { actionId, text: 'One' }),
      askAgain(again(member), { actionId, text: 'Two' }),
    ]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await db.queueItem.count({ where: { appeal: { actionId } } })).toBe(1);
    const stranger = askAgain(await makeMember(), { actionId, text: 'Not mine' });
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is taken by another moderator than the one who decided, with an answer', async () => {
    const { first, second, member, postId } = await setUp();
    await hidePost(first, { id: postId, reason: 'A name in it' });
    const { item } = await ask(member);
    const decide = (by: Member, intent: 'grant' | 'refuse' | 'dismiss', reason: string | null) =>
      decideOnItem(by, { id: item.id, intent, input: input(item.version, reason) });
    expect(await decide(first, 'grant', 'I was right')).toMatchObject({ kind: 'refused', fault: 'faults.ownDecision' });
    expect(await decide(second, 'refuse', null)).toMatchObject({ kind: 'refused', fault: 'faults.reasonMissing' });
    await expect(decide(second, 'dismiss', 'Away')).rejects.toMatchObject({ code: 'bad-request' });
    const seen = await getItem(first, { id: item.id, language: 'en' });
    expect(seen.appeal).toMatchObject({ isOwnAct: true, text: 'Please look again.', act: { kind: 'hide' } });
    expect(seen.about?.post.id).toBe(postId);
    expect(await decide(second, 'refuse', 'The name stands there')).toEqual({ kind: 'done' });
    await expect(decide(second, 'refuse', 'Once more')).rejects.toMatchObject({ code: 'conflict' });
    const [answered] = await listDecisionsOnMe(again(member));
    expect(answered).toMatchObject({
      kind: 'hide',
      canAppeal: false,
      appeal: { outcome: 'refused', answer: 'The name stands there' },
    });
    expect(await db.appeal.count({ where: { text: 'Please look again.', action: { postId } } })).toBe(0);
  });

  it('that is granted gives a post back, and the log says that the first decision was taken back', async () => {
    const { first, second, member, postId } = await setUp();
    await hidePost(first, { id: postId, reason: 'A name in it' });
    const { actionId, item } = await ask(member);
    await decideOnItem(second, { id: item.id, intent: 'grant', input: input(item.version, 'It is a made-up name') });
    expect(await db.post.findUniqueOrThrow({ where: { id: postId } })).toMatchObject({ state: 'published' });
    const acts = await db.moderationAction.findMany({ where: { postId }, select: { kind: true, revertsId: true } });
    expect(acts.map(({ kind }) => kind).sort()).toEqual(['grantAppeal', 'hide', 'restore']);
    expect(acts.find(({ kind }) => kind === 'restore')?.revertsId).toBe(actionId);
  });

  it('that is granted opens a thread and ends a pause', async () => {
    const { topic, first, second, member, thread } = await setUp();
    await lockThread(first, { id: thread.id, reason: 'Enough' });
    const locked = await ask(member);
    await decideOnItem(second, { id: locked.item.id, intent: 'grant', input: input(1, 'Not yet') });
    expect(await db.thread.findUniqueOrThrow({ where: { id: thread.id } })).toMatchObject({ lockedAt: null });
    const another = await makeMember();
    const other = await makeThread(another, { topic });
    await sanctionWriter(first, { postId: other.openingId, kind: 'bar', length: 'always', reason: 'Heated' });
    const write = () => createReply(again(another), { threadId: other.id, input: replyInput({}) });
    expect(await write()).toMatchObject({ fault: 'faults.barred' });
    const paused = await ask(another);
    await decideOnItem(second, { id: paused.item.id, intent: 'grant', input: input(1, 'It was the other one') });
    expect(await write()).toMatchObject({ kind: 'replied' });
    expect((await listDecisionsOnMe(again(another)))[0]).toMatchObject({ isTakenBack: true, canAppeal: false });
  });

  it('stands in the queue with its words, and names nobody', async () => {
    const { first, second, member, postId } = await setUp();
    await hidePost(first, { id: postId, reason: 'A name in it' });
    const { item } = await ask(member, 'It is a made-up name.');
    const { items } = await listQueue(second, { kind: 'appeal' });
    const line = items.find(({ id }) => id === item.id);
    expect(line).toMatchObject({ kind: 'appeal', excerpt: 'It is a made-up name.' });
    expect(JSON.stringify(line)).not.toContain(member.accountId);
    expect(JSON.stringify(line)).not.toContain(member.penName);
  });
});
