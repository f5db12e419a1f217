import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import type { FlagReason } from '#prisma/generated/enums.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { editPost } from '../../posts/edit-post.server.ts';
import { sanctionWriter } from '../sanctions/sanction-writer.server.ts';
import { editAnyPost } from '../edit-any-post.server.ts';
import { flagPost, getMyFlag, withdrawFlag } from '../flag-post.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { countQueue } from './count-queue.server.ts';
import { decideOnItem } from './decide.server.ts';
import { getItem } from './get-item.server.ts';
import { listQueue, QUEUE_PAGE } from './list-queue.server.ts';
import { itemSchema, type ItemIntent } from './schema.ts';

const START = Date.UTC(2030, 4, 6, 12, 20);
const HOUR = 3_600_000;

async function setUp() {
  setClock(() => START);
  const [author, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
  const thread = await makeThread(author, { topic: await makeTopic() });
  const { postId } = await makeReply(again(author), thread.id, { body: 'The first wording.' });
  return { author, moderator, thread, postId };
}

async function flag(postId: string, reason: FlagReason, note: string | null = null) {
  const reader = await makeMember();
  await flagPost(reader, { postId, input: { reason, note } });
  return reader;
}

const open = (postId: string) => db.queueItem.findFirstOrThrow({ where: { postId, closedAt: null } });
const items = (postId: string) => db.queueItem.findMany({ where: { postId }, orderBy: { openedAt: 'asc' } });
const input = (given: object) => itemSchema.parse(given);
const act = (by: Parameters<typeof decideOnItem>[0], id: string, intent: ItemIntent, given: object) =>
  decideOnItem(by, { id, intent, input: input(given) });
const view = (by: Parameters<typeof getItem>[0], id: string) => getItem(by, { id, language: 'en' });

afterEach(() => setClock());

describe('a flag', () => {
  it('opens one item of its post, raises its risk and lowers it as it is withdrawn', async () => {
    const { postId } = await setUp();
    await flag(postId, 'disrespect');
    expect(await items(postId)).toMatchObject([{ kind: 'flags', risk: 1, closedAt: null }]);
    const worried = await flag(postId, 'risk');
    await flag(postId, 'advertising');
    expect(await items(postId)).toMatchObject([{ risk: 3 }]);
    await withdrawFlag(worried, postId);
    expect(await items(postId)).toMatchObject([{ risk: 1, closedAt: null }]);
  });

  it('that is the last to be withdrawn closes the item, and the next opens another', async () => {
    const { postId } = await setUp();
    const only = await flag(postId, 'identifying');
    await withdrawFlag(only, postId);
    expect(await items(postId)).toMatchObject([{ outcome: 'dismissed', risk: 2 }]);
    setClock(() => START + HOUR);
    await flag(postId, 'other');
    expect(await items(postId)).toMatchObject([{ outcome: 'dismissed' }, { outcome: null, risk: 0 }]);
  });

  it('among twenty at once leads to one item, which names none of those who flagged', async () => {
    const { postId } = await setUp();
    const readers = await Promise.all(Array.from({ length: 20 }, () => makeMember()));
    await Promise.all(readers.map((reader) => flagPost(reader, { postId, input: { reason: 'risk', note: null } })));
    const rows = await items(postId);
    expect(rows).toHaveLength(1);
    for (const { accountId } of readers) expect(JSON.stringify(rows)).not.toContain(accountId);
  });

  it('cannot be withdrawn once it was decided on, and tells its raiser what became of it', async () => {
    const { moderator, postId } = await setUp();
    const reader = await flag(postId, 'other');
    expect(await getMyFlag(again(reader), postId)).toMatchObject({ outcome: null });
    const { id, version } = await open(postId);
    await act(moderator, id, 'dismiss', { version, reason: 'All is well' });
    await withdrawFlag(reader, postId);
    expect(await getMyFlag(again(reader), postId)).toMatchObject({ outcome: 'dismissed' });
  });
});

describe('a decision', () => {
  it('to dismiss closes the item, answers the open flags alone and is on record', async () => {
    const { moderator, postId } = await setUp();
    await flag(postId, 'disrespect');
    const { id, version } = await open(postId);
    expect(await act(moderator, id, 'dismiss', { version })).toMatchObject({ kind: 'refused', field: 'reason' });
    await act(moderator, id, 'dismiss', { version, reason: 'A sharp word, no more' });
    setClock(() => START + HOUR);
    await flag(postId, 'identifying');
    const outcomes = await db.flag.findMany({ where: { postId }, orderBy: { createdAt: 'asc' } });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['dismissed', null]);
    const acts = await db.moderationAction.findMany({ where: { postId } });
    expect(acts).toMatchObject([{ kind: 'dismissFlags', reason: 'A sharp word, no more' }]);
    expect((await items(postId)).map(({ outcome }) => outcome)).toEqual(['dismissed', null]);
  });

  it('to hide closes it as acted on, and the post is hidden', async () => {
    const { moderator, postId } = await setUp();
    await flag(postId, 'identifying');
    const { id, version } = await open(postId);
    await act(moderator, id, 'hide', { version, reason: 'A school is named' });
    expect(await items(postId)).toMatchObject([{ outcome: 'acted' }]);
    expect(await db.flag.findMany({ where: { postId } })).toMatchObject([{ outcome: 'acted' }]);
    expect(await db.post.findUnique({ where: { id: postId } })).toMatchObject({ state: 'hidden' });
  });

  it.each(['hide', 'dismiss', 'claim', 'note'] as const)(
    'to %s on what has changed since does nothing',
    async (intent) => {
      const { moderator, postId } = await setUp();
      await flag(postId, 'other');
      const { id, version } = await open(postId);
      await flag(postId, 'risk');
      const before = await items(postId);
      const attempt = act(moderator, id, intent, { version, reason: 'Seen before', note: 'Seen before' });
      await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
      expect(await items(postId)).toEqual(before);
      expect(await db.moderationAction.count({ where: { postId } })).toBe(0);
      expect(await db.queueNote.count({ where: { itemId: id } })).toBe(0);
      expect(await db.post.findUnique({ where: { id: postId } })).toMatchObject({ state: 'published' });
    },
  );

  it('is taken once, however many decide at the same moment', async () => {
    const { moderator, postId } = await setUp();
    await flag(postId, 'other');
    const { id, version } = await open(postId);
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        act(again(moderator), id, index % 2 === 0 ? 'dismiss' : 'hide', { version, reason: 'At once' }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.moderationAction.count({ where: { postId } })).toBe(1);
  });

  it('taken on the post’s own pages closes the item too', async () => {
    for (const decide of [
      (by: Awaited<ReturnType<typeof makeMember>>, id: string) => hidePost(by, { id, reason: 'Elsewhere' }),
      (by: Awaited<ReturnType<typeof makeMember>>, postId: string) =>
        sanctionWriter(by, { postId, kind: 'bar', length: '1', reason: 'Elsewhere' }),
      (by: Awaited<ReturnType<typeof makeMember>>, id: string) =>
        editAnyPost(by, { id, input: { body: 'Milder.', version: 1, reason: 'Elsewhere', publicDiff: false } }),
    ]) {
      const { moderator, postId } = await setUp();
      await flag(postId, 'disrespect');
      await decide(moderator, postId);
      expect(await items(postId)).toMatchObject([{ outcome: 'acted' }]);
      expect(await db.flag.findMany({ where: { postId } })).toMatchObject([{ outcome: 'acted' }]);
    }
  });

  it('is staff’s alone, as all of the queue is', async () => {
    const { author, postId } = await setUp();
    await flag(postId, 'other');
    const { id, version } = await open(postId);
    const refused = { code: 'not-allowed' };
    await expect(act(author, id, 'dismiss', { version, reason: 'No' })).rejects.toMatchObject(refused);
    await expect(view(author, id)).rejects.toMatchObject(refused);
    await expect(listQueue(author, {})).rejects.toMatchObject(refused);
    await expect(countQueue(author)).rejects.toMatchObject(refused);
  });
});

describe('a claim', () => {
  it('lasts to the full hour after next, shows to others, and asks them before they decide', async () => {
    const { moderator, postId } = await setUp();
    const colleague = await makeMember({ role: 'moderator' });
    await flag(postId, 'other');
    const { id, version } = await open(postId);
    await act(moderator, id, 'claim', { version });
    const until = new Date(Date.UTC(2030, 4, 6, 14));
    expect((await view(moderator, id)).claim).toEqual({ by: moderator.penName, isMine: true, until });
    expect((await view(colleague, id)).claim).toEqual({ by: moderator.penName, isMine: false, until });
    const decision = { version: version + 1, reason: 'Mine' };
    const asked = { kind: 'refused', field: 'despiteClaim' };
    expect(await act(colleague, id, 'dismiss', decision)).toMatchObject(asked);
    expect(await act(colleague, id, 'claim', decision)).toMatchObject(asked);
    expect(await act(colleague, id, 'dismiss', { ...decision, despiteClaim: 'on' })).toEqual({ kind: 'done' });
  });

  it('ends by itself, and is released by whoever holds it alone', async () => {
    const { moderator, postId } = await setUp();
    const colleague = await makeMember({ role: 'moderator' });
    await flag(postId, 'other');
    const { id, version } = await open(postId);
    await act(moderator, id, 'claim', { version });
    await expect(act(colleague, id, 'release', { version: version + 1 })).rejects.toMatchObject({ code: 'conflict' });
    setClock(() => Date.UTC(2030, 4, 6, 14));
    expect((await view(colleague, id)).claim).toBeNull();
    expect(await act(colleague, id, 'claim', { version: version + 1 })).toEqual({ kind: 'done' });
    await act(colleague, id, 'release', { version: version + 2 });
    expect((await view(moderator, id)).claim).toBeNull();
  });
});

describe('the queue', () => {
  it('goes by risk and then by age, page by page, each item once', async () => {
    const { moderator, thread } = await setUp();
    const made = Array.from({ length: QUEUE_PAGE * 2 + 3 }, (_, index) => ({
      id: newId(),
      kind: 'flags' as const,
      risk: index % 4,
      openedAt: new Date(Date.UTC(2029, 0, 1, index % 5)),
    }));
    // One item a post: each needs a post of its own.
    await db.queueItem.deleteMany({});
    await db.post.createMany({
      data: made.map(({ id }, index) => barePost(id, thread.id, index + 10, moderator.accountId)),
    });
    await db.queueItem.createMany({ data: made.map((item) => ({ ...item, postId: item.id })) });
    const read: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 4; pages++) {
      const { items: page, next } = await listQueue(moderator, { after });
      read.push(...page.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    const wanted = [...made].sort(
      (one, other) =>
        other.risk - one.risk || one.openedAt.getTime() - other.openedAt.getTime() || (one.id < other.id ? -1 : 1),
    );
    expect(read).toEqual(wanted.map(({ id }) => id));
    const counts = await countQueue(moderator);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(made.length);
    expect(counts.map(({ risk }) => risk)).toEqual([3, 2, 1, 0]);
  });

  it.each(['', '-1', '1e9', 'NaN', '3-zzzzzzz-abcdefghijklmnop', '3-abc', '3-abc-../../x', '33-abc-abcdefghijklmnop'])(
    'refuses the cursor %s',
    async (after) => {
      const moderator = await makeMember({ role: 'moderator' });
      await expect(listQueue(moderator, { after })).rejects.toMatchObject({ code: 'bad-request' });
    },
  );

  it('filters by reason and by claim', async () => {
    const { moderator, thread, postId } = await setUp();
    await db.queueItem.deleteMany({});
    await flag(postId, 'advertising');
    await flag(thread.openingId, 'disrespect');
    const mine = await open(postId);
    await act(moderator, mine.id, 'claim', { version: mine.version });
    const ids = async (request: Parameters<typeof listQueue>[1]) =>
      (await listQueue(moderator, request)).items.map(({ id }) => id);
    expect(await ids({ reason: 'advertising' })).toEqual([mine.id]);
    expect(await ids({ claim: 'claimed' })).toEqual([mine.id]);
    expect(await ids({ claim: 'unclaimed' })).toEqual([(await open(thread.openingId)).id]);
    expect(await ids({ kind: 'aboutMe' })).toEqual([]);
  });

  it('shows a post as it was flagged when it reads otherwise today, what was said, noted and done', async () => {
    const { author, moderator, postId } = await setUp();
    await db.queueItem.deleteMany({});
    await flag(postId, 'identifying', 'The school');
    const edited = { body: 'The second wording.', version: 1, reason: null, publicDiff: false };
    expect(await editPost(again(author), { id: postId, input: edited })).toMatchObject({ kind: 'edited' });
    const { id, version } = await open(postId);
    await act(moderator, id, 'note', { version, note: 'I have asked a colleague.' });
    const [line] = (await listQueue(moderator, {})).items;
    expect(line).toMatchObject({ excerpt: 'The first wording.', isChanged: true });
    expect(line?.flags).toMatchObject([{ reason: 'identifying', note: 'The school' }]);
    const item = await view(moderator, id);
    expect(item.notes).toMatchObject([{ by: moderator.penName, text: 'I have asked a colleague.' }]);
    expect(item.about?.asFlagged).toEqual([{ version: 1, text: 'The first wording.' }]);
    expect(item.about?.post.text).toContain('The second wording.');
    await act(moderator, id, 'hide', { version: item.version, reason: 'Still named' });
    expect((await view(moderator, id)).about?.acts).toMatchObject([{ kind: 'hide', isOnPost: true }]);
  });
});

function barePost(id: string, threadId: string, number: number, authorId: string) {
  const createdAt = new Date(Date.UTC(2029, 0, 1));
  const text = { body: 'Text.', html: '', text: 'Text.', renderVersion: 1 };
  return { id, threadId, number, authorId, perspective: 'client', language: 'en' as const, ...text, createdAt };
}
