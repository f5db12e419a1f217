import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { isUnderReview } from '../../authorship/sanctions-on-me.server.ts';
import { liftSanction } from './lift-sanction.server.ts';
import { listSanctionsOfWriter } from './list-sanctions.server.ts';
import { sanctionWriter } from './sanction-writer.server.ts';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2030, 4, 6, 12);

async function setUp() {
  setClock(() => START);
  const topic = await makeTopic();
  const [moderator, member] = [await makeMember({ role: 'moderator' }), await makeMember()];
  const thread = await makeThread(member, { topic });
  const other = await makeThread(again(member), { topic });
  const third = await makeThread(await makeMember(), { topic });
  const { postId: named } = await makeReply(again(member), third.id, { as: 'pen-name' });
  return { moderator, member, thread, other, named };
}

afterEach(() => setClock());

describe('a review', () => {
  it('stays with the persona it was given to, and ends by itself', async () => {
    const { moderator, member, thread, other } = await setUp();
    await sanctionWriter(moderator, { postId: thread.openingId, kind: 'review', length: '7', reason: 'Details' });
    const reviewed = (threadId: string | null, as: 'anonymous' | 'pen-name') =>
      isUnderReview(again(member), { threadId, as });
    expect(await reviewed(thread.id, 'anonymous')).toBe(true);
    expect(await reviewed(thread.id, 'pen-name')).toBe(false);
    expect(await reviewed(other.id, 'anonymous')).toBe(false);
    expect(await reviewed(null, 'anonymous')).toBe(false);
    expect(await isUnderReview(await makeMember(), { threadId: thread.id, as: 'anonymous' })).toBe(false);
    setClock(() => START + 7 * DAY);
    expect(await reviewed(thread.id, 'anonymous')).toBe(false);
  });

  it('of a pen name holds wherever that writes, and no persona of the same person', async () => {
    const { moderator, member, thread, named } = await setUp();
    await sanctionWriter(moderator, { postId: named, kind: 'review', length: 'always', reason: 'Details' });
    expect(await isUnderReview(again(member), { threadId: null, as: 'pen-name' })).toBe(true);
    expect(await isUnderReview(again(member), { threadId: thread.id, as: 'pen-name' })).toBe(true);
    expect(await isUnderReview(again(member), { threadId: thread.id, as: 'anonymous' })).toBe(false);
    await liftSanction(moderator, { postId: named, kind: 'review', reason: 'Enough' });
    expect(await isUnderReview(again(member), { threadId: null, as: 'pen-name' })).toBe(false);
  });
});

describe('what was given before', () => {
  it('is listed for that name alone, with who gave it and what is left of it', async () => {
    const { moderator, thread, named } = await setUp();
    const give = (postId: string, kind: 'note' | 'warning' | 'bar', reason: string) =>
      sanctionWriter(moderator, { postId, kind, length: '7', reason });
    await give(thread.openingId, 'note', 'A note');
    await give(thread.openingId, 'warning', 'A warning');
    await give(thread.openingId, 'bar', 'A pause');
    await give(named, 'warning', 'Of the pen name');
    await liftSanction(moderator, { postId: thread.openingId, kind: 'bar', reason: 'Enough' });
    const listed = await listSanctionsOfWriter(moderator, thread.openingId);
    expect(listed.map(({ reason }) => reason).sort()).toEqual(['A note', 'A pause', 'A warning']);
    expect(listed.every(({ by, holds }) => by === moderator.penName && !holds)).toBe(true);
    expect(listed.find(({ kind }) => kind === 'bar')?.liftedAt).not.toBeNull();
    expect(await listSanctionsOfWriter(moderator, named)).toMatchObject([{ reason: 'Of the pen name' }]);
  });
});

describe('of two decisions at once', () => {
  it.each(['review', 'bar'] as const)('one %s is given and the other is told', async (kind) => {
    const { moderator, thread } = await setUp();
    const give = () => sanctionWriter(moderator, { postId: thread.openingId, kind, length: '7', reason: 'Both' });
    const outcomes = await Promise.allSettled([give(), give()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await db.sanction.count({ where: { kind, action: { postId: thread.openingId } } })).toBe(1);
  });
});

describe('nobody', () => {
  it('does it to themselves', async () => {
    const { moderator, other } = await setUp();
    const { postId } = await makeReply(moderator, other.id, { as: 'pen-name' });
    const attempt = sanctionWriter(moderator, { postId, kind: 'note', length: '1', reason: 'Myself' });
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
