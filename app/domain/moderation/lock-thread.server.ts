import { currentHour } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member, Staff } from '../identity/viewer.ts';
import { actionToRevert } from './log/action-to-revert.server.ts';
import { recordAction } from './record-action.server.ts';
import { requireRight } from './rights.ts';

type Decision = { id: string; reason: string };

/** No more replies, with the reason shown. @throws DomainError not-found, not-allowed, or conflict when locked already. */
export async function lockThread(member: Member, { id, reason }: Decision): Promise<void> {
  await changeLock(member, { id, reason }, 'lock');
}

/** Replies again. @throws DomainError not-found, not-allowed, or conflict when it is not locked. */
export async function unlockThread(member: Member, { id, reason }: Decision): Promise<void> {
  await changeLock(member, { id, reason }, 'unlock');
}

async function changeLock(member: Member, { id, reason }: Decision, kind: 'lock' | 'unlock'): Promise<void> {
  const staff = requireRight(member, kind === 'lock' ? 'lockThread' : 'unlockThread');
  if ((await db.thread.count({ where: { id, mergedIntoId: null } })) === 0)
    throw new DomainError('not-found', 'No such thread');
  await db.$transaction((tx) => changeLockIn(tx, staff, { id, reason }, kind));
}

/** The same within a decision that is more than that. */
export function unlockThreadIn(tx: Transaction, staff: Staff, decision: Decision): Promise<void> {
  return changeLockIn(tx, staff, decision, 'unlock');
}

async function changeLockIn(
  tx: Transaction,
  staff: Staff,
  { id, reason }: Decision,
  kind: 'lock' | 'unlock',
): Promise<void> {
  const { count } = await tx.thread.updateMany({
    where: { id, mergedIntoId: null, lockedAt: kind === 'lock' ? null : { not: null } },
    data: kind === 'lock' ? { lockedAt: currentHour(), lockReason: reason } : { lockedAt: null, lockReason: null },
  });
  if (count === 0) throw new DomainError('conflict', 'Somebody else has just decided on this thread');
  const revertsId = kind === 'unlock' ? await actionToRevert(tx, { kind: 'lock', threadId: id }) : null;
  const { lastNumber: afterNumber } = await tx.thread.findUniqueOrThrow({
    where: { id },
    select: { lastNumber: true },
  });
  await recordAction(tx, staff, { kind, reason, threadId: id, revertsId, afterNumber });
}
