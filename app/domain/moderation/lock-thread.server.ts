import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../identity/viewer.ts';
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
  if ((await db.thread.count({ where: { id } })) === 0) throw new DomainError('not-found', 'No such thread');
  await db.$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id, lockedAt: kind === 'lock' ? null : { not: null } },
      data: kind === 'lock' ? { lockedAt: currentHour(), lockReason: reason } : { lockedAt: null, lockReason: null },
    });
    if (count === 0) throw new DomainError('conflict', 'Somebody else has just decided on this thread');
    const revertsId = kind === 'unlock' ? await actionToRevert(tx, { kind: 'lock', threadId: id }) : null;
    await recordAction(tx, staff, { kind, reason, threadId: id, revertsId });
  });
}
