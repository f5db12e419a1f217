import type { Language } from '#app/i18n/languages.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../../identity/viewer.ts';
import type { AskVerificationInput } from './schema.ts';

export type MyVerificationRequest =
  | { state: 'waiting'; profession: string; language: Language; text: string; since: Date }
  /** With what staff say to it. */
  | { state: 'refused'; reason: string };

/**
 * Puts before the moderators that a member asks to be verified. One request waits at a time: another meanwhile changes nothing. One
 * that was refused goes as a new one comes.
 *
 * @throws DomainError conflict for who has been verified meanwhile.
 */
export async function askVerification(member: Member, input: AskVerificationInput): Promise<void> {
  const { accountId } = member;
  await db.$transaction(async (tx) => {
    if (await isVerified(tx, accountId)) throw new DomainError('conflict', 'They are verified already');
    await tx.verificationRequest.deleteMany({ where: { accountId, item: null } });
    if ((await tx.verificationRequest.count({ where: { accountId } })) > 0) return;
    const [id, createdAt] = [newId(), currentHour()];
    await tx.verificationRequest.create({ data: { id, accountId, ...input, createdAt }, select: { id: true } });
    await tx.queueItem.create({
      data: { id: newId(), kind: 'verification', verificationId: id, risk: 0, openedAt: createdAt },
      select: { id: true },
    });
  });
}

/**
 * Deletes the member's request that waits, or what staff said when they refused it: of the two, what the member was looking at.
 *
 * @returns false when it is not there any more.
 */
export async function withdrawVerification(
  { accountId }: Member,
  state: MyVerificationRequest['state'],
): Promise<boolean> {
  const item = state === 'waiting' ? { isNot: null } : null;
  // With a request goes the item of the queue.
  const { count } = await db.verificationRequest.deleteMany({ where: { accountId, item } });
  return count > 0;
}

/** The member's own request, or the answer to it; null without one. */
export async function getMyVerificationRequest({ accountId }: Member): Promise<MyVerificationRequest | null> {
  const row = await db.verificationRequest.findUnique({
    where: { accountId },
    select: { profession: true, language: true, text: true, createdAt: true, item: { select: { id: true } } },
  });
  if (!row) return null;
  const { item, createdAt, ...asked } = row;
  return item ? { state: 'waiting', ...asked, since: createdAt } : { state: 'refused', reason: row.text };
}

/** Holds the account's row: two requests at once, or a request and its answer, come one after the other. */
async function isVerified(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isVerified: boolean }[]>`
    SELECT verified_profession IS NOT NULL AS "isVerified" FROM accounts WHERE id = ${accountId} FOR UPDATE`;
  return rows.some((row) => row.isVerified);
}
