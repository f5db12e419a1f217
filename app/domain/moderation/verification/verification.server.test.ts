import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { db } from '#app/platform/db.server.ts';
import { getMyVerification, verifyMember } from '../../authorship/verify-member.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { getMemberForStaff } from '../members/find-members.server.ts';
import { decideOnItem } from '../queue/decide.server.ts';
import { getItem } from '../queue/get-item.server.ts';
import { listQueue } from '../queue/list-queue.server.ts';
import type { ItemIntent } from '../queue/schema.ts';
import { askVerification, getMyVerificationRequest, withdrawVerification } from './ask-verification.server.ts';

const moderator = await makeMember({ role: 'moderator' });
const asked = { profession: 'therapist', language: 'nb' as const, text: 'I stand in the register of 2019.' };

const itemsOf = ({ accountId }: Member) =>
  db.queueItem.findMany({ where: { verification: { accountId } }, select: { id: true, risk: true, kind: true } });

async function asking(member?: Member) {
  const who = member ?? (await makeMember());
  await askVerification(who, asked);
  const [item] = await itemsOf(who);
  if (!item) throw new Error('Nothing waits');
  return { member: who, id: item.id };
}

const decide = (id: string, intent: ItemIntent, given: { version?: number; reason?: string; by?: Member } = {}) =>
  decideOnItem(given.by ?? moderator, {
    id,
    intent,
    input: { version: given.version ?? 1, reason: given.reason ?? null, note: null, despiteClaim: false },
  });

describe('asking to be verified', () => {
  it('waits in the queue, once, with what staff need to see', async () => {
    const { member, id } = await asking();
    await askVerification(member, { ...asked, text: 'Once more.' });
    expect(await itemsOf(member)).toEqual([{ id, risk: 0, kind: 'verification' }]);
    expect(await getMyVerificationRequest(member)).toMatchObject({ state: 'waiting', ...asked });
    const item = await getItem(moderator, { id, language: 'en' });
    expect(item.verification).toEqual({ ...asked, penName: member.penName, isOwn: false });
    const { items } = await listQueue(moderator, { kind: 'verification' });
    expect(items.find((line) => line.id === id)).toMatchObject({ title: member.penName, excerpt: asked.text });
  });

  it('at once from several tabs is one request', async () => {
    for (const member of [await makeMember(), await makeMember(), await makeMember()]) {
      await Promise.all(Array.from({ length: 6 }, () => askVerification({ ...member }, asked)));
      expect(await itemsOf(member)).toHaveLength(1);
    }
  });

  it('can be taken back, and then nothing of it is left', async () => {
    const { member, id } = await asking();
    expect(await withdrawVerification(member, 'refused')).toBe(false);
    expect(await withdrawVerification(member, 'waiting')).toBe(true);
    expect(await getMyVerificationRequest(member)).toBeNull();
    expect(await db.queueItem.count({ where: { id } })).toBe(0);
    expect(await decide(id, 'verify')).toEqual({ kind: 'gone' });
    expect(await getMyVerification(member)).toBeNull();
  });

  it('is not for who is verified', async () => {
    const member = await makeMember();
    await verifyMember({ penName: member.penName, verification: { profession: 'therapist', language: 'en' } });
    await expect(askVerification(member, asked)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the answer', () => {
  it('verifies as asked for, and deletes the request', async () => {
    const { member, id } = await asking();
    expect(await decide(id, 'verify')).toEqual({ kind: 'answered', penName: member.penName, isVerified: true });
    expect(await getMyVerification(member)).toEqual({ profession: 'therapist', isShown: false });
    expect((await getMemberForStaff(moderator, member.penName)).verified).toEqual({
      profession: 'therapist',
      language: 'nb',
    });
    expect(await getMyVerificationRequest(member)).toBeNull();
    expect(await decide(id, 'decline', { reason: 'Too late' })).toEqual({ kind: 'gone' });
  });

  it('refuses with a reason that the member reads, in the place of what they wrote', async () => {
    const { member, id } = await asking();
    expect(await decide(id, 'decline')).toMatchObject({ field: 'reason' });
    expect(await decide(id, 'decline', { reason: 'The register does not say so.' })).toMatchObject({
      isVerified: false,
    });
    const reason = 'The register does not say so.';
    expect(await getMyVerificationRequest(member)).toEqual({ state: 'refused', reason });
    expect((await getMemberForStaff(moderator, member.penName)).request).toEqual({ itemId: null, reason });
    const rows = await db.verificationRequest.findMany({ where: { accountId: member.accountId } });
    expect(JSON.stringify(rows)).not.toContain('register of 2019');
    expect(rows[0]?.createdAt.toISOString()).toMatch(/-01T00:00:00/);
    expect(await getMyVerification(member)).toBeNull();

    await asking(member);
    expect(await getMyVerificationRequest(member)).toMatchObject({ state: 'waiting', text: asked.text });
  });

  it('is deleted with its reason by the member, not by one who still sees the request', async () => {
    const { member, id } = await asking();
    await decide(id, 'decline', { reason: 'No' });
    expect(await withdrawVerification(member, 'waiting')).toBe(false);
    expect(await withdrawVerification(member, 'refused')).toBe(true);
    expect(await db.verificationRequest.count({ where: { accountId: member.accountId } })).toBe(0);
  });

  it('is not given by who asks, nor over what somebody else did meanwhile, nor by closing the item', async () => {
    const { id } = await asking(moderator);
    expect(await decide(id, 'verify')).toMatchObject({ fault: 'faults.ownVerification' });
    const other = await makeMember({ role: 'moderator' });
    await decide(id, 'claim', { by: other });
    expect(await decide(id, 'verify', { version: 2 })).toMatchObject({ fault: 'faults.claimedByOther' });
    await expect(decide(id, 'verify', { by: other })).rejects.toMatchObject({ code: 'conflict' });
    for (const intent of ['dismiss', 'done', 'hide', 'grant', 'refuse'] as const) {
      const attempt = decide(id, intent, { by: other, version: 2, reason: 'x' });
      await expect(attempt).rejects.toMatchObject({ code: 'bad-request' });
    }
    expect(await decide(id, 'verify', { by: other, version: 2 })).toMatchObject({ isVerified: true });
  });

  it('comes once, whoever is faster, and also by the page of the member', async () => {
    const { member, id } = await asking();
    const second = await makeMember({ role: 'moderator' });
    const both = await Promise.all([decide(id, 'verify'), decide(id, 'decline', { by: second, reason: 'No' })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['answered', 'gone']);
    const other = await asking();
    await verifyMember({ penName: other.member.penName, verification: { profession: 'therapist', language: 'en' } });
    expect(await db.queueItem.count({ where: { id: other.id } })).toBe(0);
    expect(await itemsOf(member)).toEqual([]);
  });
});
