import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic, replyInput } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { editOwnPost } from '../holds/edit-own-post.server.ts';
import { publishReply } from '../holds/publish.server.ts';
import { addWordRule, listWordRules, removeWordRule } from '../word-rules/word-rules.server.ts';
import { decideOnItem } from './decide.server.ts';
import { getItem } from './get-item.server.ts';
import { listQueue } from './list-queue.server.ts';
import { itemSchema, type ItemIntent } from './schema.ts';

const root = await makeMember({ role: 'administrator' });
const topic = await makeTopic();

beforeEach(async () => {
  await db.queueItem.deleteMany({});
  await addWordRule(root, { pattern: 'sesame*', effect: 'hold', note: null });
});
afterEach(async () => {
  for (const { id } of await listWordRules(root)) await removeWordRule(root, id);
});

async function publish(body: string) {
  const [author, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
  const thread = await makeThread(await makeMember(), { topic, question: 'Beside the text?' });
  const result = await publishReply(author, { threadId: thread.id, input: replyInput({ body }) });
  if (result.kind !== 'replied') throw new Error(result.kind);
  return { author, moderator, thread, postId: result.postId };
}

const open = (postId: string) => db.queueItem.findFirstOrThrow({ where: { postId, closedAt: null } });
const act = (member: Member, seen: { id: string; version: number }, intent: ItemIntent, given: object = {}) =>
  decideOnItem(member, { id: seen.id, intent, input: itemSchema.parse({ version: seen.version, ...given }) });
const view = (member: Member, id: string) => getItem(member, { id, language: 'en' });
const stateOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).state;

describe('a held post in the queue', () => {
  it('says why it is held and by which rules', async () => {
    const { moderator, postId } = await publish('Open Sesames');
    const [line] = (await listQueue(moderator, { kind: 'held' })).items;
    expect(line).toMatchObject({ kind: 'held', state: 'held', reasons: ['wordRule'], excerpt: 'Open Sesames' });
    const { id } = await open(postId);
    expect(await view(moderator, id)).toMatchObject({
      held: { reasons: ['wordRule'], rules: [{ pattern: 'sesame*' }], wasPublished: false, isSentBack: false },
      about: { post: { text: 'Open Sesames', state: 'held' } },
    });
  });

  it.each([
    ['approve', 'published'],
    ['sendBack', 'held'],
    ['hide', 'hidden'],
  ] as const)('is decided on by %s: %s then, and closed', async (intent, state) => {
    const { moderator, postId } = await publish('sesame');
    const item = await open(postId);
    expect(await act(moderator, item, intent)).toMatchObject({ kind: 'refused', field: 'reason' });
    expect(await act(moderator, item, intent, { reason: 'Looked at' })).toEqual({ kind: 'done' });
    expect(await stateOf(postId)).toBe(state);
    expect(await db.queueItem.findMany({ where: { postId } })).toMatchObject([{ outcome: 'acted' }]);
    expect((await view(moderator, item.id)).outcome).toBe('acted');
  });

  it.each(['approve', 'sendBack', 'hide'] as const)('is not decided on by %s as it was before', async (intent) => {
    const { author, moderator, postId } = await publish('sesame');
    const item = await open(postId);
    const input = { body: 'Another sesame', version: 1, reason: null, publicDiff: false };
    await editOwnPost(again(author), { id: postId, input });
    await expect(act(moderator, item, intent, { reason: 'As it was' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await stateOf(postId)).toBe('held');
    expect(await db.moderationAction.count({ where: { postId } })).toBe(0);
  });

  it.each(['dismiss', 'done', 'grant'] as const)('is not answered by %s', async (intent) => {
    const { moderator, postId } = await publish('sesame');
    const attempt = act(moderator, await open(postId), intent, { reason: 'No' });
    await expect(attempt).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('an edit in the queue', () => {
  async function edited() {
    const world = await publish('Harmless words');
    const input = { body: 'Harmless sesame', version: 1, reason: null, publicDiff: false };
    await editOwnPost(again(world.author), { id: world.postId, input });
    return { ...world, item: await open(world.postId) };
  }

  it('shows what it changes', async () => {
    const { moderator, item } = await edited();
    expect((await listQueue(moderator, { kind: 'pendingEdit' })).items).toMatchObject([{ excerpt: 'Harmless sesame' }]);
    expect((await view(moderator, item.id)).edit).toMatchObject({
      changes: [{ field: 'body', parts: [{ kind: 'same' }, { kind: 'removed' }, { kind: 'added', text: 'sesame' }] }],
    });
  });

  it.each([
    ['approve', 'Harmless sesame'],
    ['sendBack', 'Harmless words'],
  ] as const)('is decided on by %s: readers then see “%s”', async (intent, text) => {
    const { moderator, item, postId } = await edited();
    expect(await act(moderator, item, intent, { reason: 'Looked at' })).toEqual({ kind: 'done' });
    expect(await db.post.findUnique({ where: { id: postId } })).toMatchObject({ text, state: 'published' });
    expect((await view(moderator, item.id)).outcome).toBe('acted');
  });
});

describe('danger in the queue', () => {
  it.each([
    ['done', 'acted'],
    ['dismiss', 'dismissed'],
  ] as const)('is closed by %s with a note for moderators and no row in the log', async (intent, outcome) => {
    const { moderator, postId } = await publish('Jeg orker ikke leve lenger, sesame.');
    const item = await open(postId);
    expect(item).toMatchObject({ kind: 'risk', risk: 3 });
    expect(await act(moderator, item, intent, { reason: 'I have answered them' })).toEqual({ kind: 'done' });
    expect(await view(moderator, item.id)).toMatchObject({ outcome, notes: [{ text: 'I have answered them' }] });
    expect(await db.moderationAction.count({ where: { postId } })).toBe(0);
    expect(await stateOf(postId)).toBe('published');
  });

  it('is answered when its post is hidden', async () => {
    const { moderator, postId } = await publish('I am going to kill myself');
    expect(await act(moderator, await open(postId), 'hide', { reason: 'Names a place' })).toEqual({ kind: 'done' });
    expect(await db.queueItem.findMany({ where: { postId } })).toMatchObject([{ kind: 'risk', outcome: 'acted' }]);
  });
});
