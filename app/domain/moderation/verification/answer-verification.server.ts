import { now } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { forgetCommonVerifications } from '../../authorship/verification.server.ts';
import { setVerification } from '../../authorship/verify-member.server.ts';
import type { Staff } from '../../identity/viewer.ts';
import type { SeenItem } from '../queue/flag-item.server.ts';

export type AnswerResult =
  /** Whose request it was. The item is there no longer. */
  | { kind: 'answered'; penName: string }
  /** It was withdrawn or answered meanwhile. */
  | { kind: 'gone' }
  | { kind: 'refused'; field: string; fault: string };

/**
 * Answers a member's request to be verified: as asked for, or with the reason why not. What they wrote goes, and the item with it. A
 * reason stays in its place, for the member to read, until they delete it or ask anew. Nobody answers their own.
 *
 * @throws DomainError conflict when the item has changed since.
 */
export async function answerVerification(
  staff: Staff,
  { id, item, refusal }: { id: string; item: SeenItem; refusal: string | null },
): Promise<AnswerResult> {
  const result = await db.$transaction(async (tx): Promise<AnswerResult> => {
    const request = await lockRequest(tx, id);
    if (!request) return { kind: 'gone' };
    if (request.accountId === staff.accountId) {
      return { kind: 'refused', field: 'form', fault: 'faults.ownVerification' };
    }
    const { count } = await tx.queueItem.deleteMany({ where: { ...item, verificationId: id, closedAt: null } });
    if (count === 0) {
      // A refusal leaves the request, without its item.
      if ((await tx.queueItem.count({ where: { id: item.id } })) === 0) return { kind: 'gone' };
      throw new DomainError('conflict', 'Somebody else has just acted on this item');
    }
    const { accountId, profession, language, account } = request;
    if (refusal === null) await setVerification(tx, accountId, { profession, language });
    else await leaveRefusal(tx, id, refusal);
    return { kind: 'answered', penName: account.penName };
  });
  forgetCommonVerifications();
  return result;
}

/** The account first, as everywhere (`askVerification`, `setVerification`, erasing). */
async function lockRequest(tx: Transaction, id: string) {
  await tx.$queryRaw`
    SELECT id FROM accounts WHERE id = (SELECT account_id FROM verification_requests WHERE id = ${id}) FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM verification_requests WHERE id = ${id} FOR UPDATE`;
  return tx.verificationRequest.findUnique({
    where: { id },
    select: { accountId: true, profession: true, language: true, account: { select: { penName: true } } },
  });
}

/** The hour in which they asked goes too. */
async function leaveRefusal(tx: Transaction, id: string, reason: string): Promise<void> {
  await tx.verificationRequest.update({
    where: { id },
    data: { text: reason, createdAt: startOfMonth(now()) },
    select: { id: true },
  });
}
