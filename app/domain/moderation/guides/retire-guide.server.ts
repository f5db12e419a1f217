import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { threadIdIn } from '../threads/thread-id-in.ts';
import { changedMeanwhile, holdThread, refusedFor, type WorkRefusal } from '../threads/thread-at-work.server.ts';

export type RetireResult = { kind: 'retired' } | WorkRefusal;

type Retirement = {
  id: string;
  /** The address or id of the guide that takes its place; null for none. */
  replacement: string | null;
  reason: string;
};

/**
 * Takes a guide out of use: it stays where it is, says so, leads to the one that took its place, and stands on top of its topic no
 * longer.
 *
 * @throws DomainError not-found for what is no guide, not-allowed, or conflict when it is retired already.
 */
export async function retireGuide(member: Member, { id, replacement, reason }: Retirement): Promise<RetireResult> {
  const staff = requireRight(member, 'retireGuide');
  await requireGuide(id);
  const replacedById = replacement === null ? null : threadIdIn(replacement);
  if (replacedById !== null && !(await isGuideInUse(replacedById, id)))
    return refusedFor('replacement', 'faults.replacementUnknown');
  await db.$transaction(async (tx) => {
    const { lastNumber: afterNumber } = await holdThread(tx, id);
    const data = { isRetired: true, replacedById };
    const { count } = await tx.thread.updateMany({ where: { id, isRetired: false }, data });
    if (count === 0) throw changedMeanwhile();
    const other = replacedById === null ? {} : { otherThreadId: replacedById };
    await recordAction(tx, staff, { kind: 'retire', reason, threadId: id, afterNumber, ...other });
  });
  return { kind: 'retired' };
}

/** Takes it into use again. @throws DomainError not-found, not-allowed, or conflict when it is in use. */
export async function reinstateGuide(member: Member, { id, reason }: { id: string; reason: string }): Promise<void> {
  const staff = requireRight(member, 'reinstateGuide');
  await requireGuide(id);
  await db.$transaction(async (tx) => {
    const { lastNumber: afterNumber } = await holdThread(tx, id);
    const data = { isRetired: false, replacedById: null };
    const { count } = await tx.thread.updateMany({ where: { id, isRetired: true }, data });
    if (count === 0) throw changedMeanwhile();
    await recordAction(tx, staff, { kind: 'reinstate', reason, threadId: id, afterNumber });
  });
}

async function requireGuide(id: string): Promise<void> {
  const found = await db.thread.count({ where: { id, kind: 'guide', mergedIntoId: null } });
  if (found === 0) throw new DomainError('not-found', 'No such guide');
}

async function isGuideInUse(id: string, notThis: string): Promise<boolean> {
  const where = { id, kind: 'guide', isRetired: false, state: 'published', mergedIntoId: null } as const;
  return id !== notThis && (await db.thread.count({ where })) > 0;
}
