import { currentHour } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import type { LastingKind } from './kinds.ts';
import { bearerOf, holdsAt, lockBearer } from './writer.server.ts';

/**
 * Ends a review or a pause of whoever wrote a post before its time.
 *
 * @throws DomainError not-found, not-allowed, or conflict when none holds.
 */
export async function liftSanction(
  member: Member,
  { postId, kind, reason }: { postId: string; kind: LastingKind; reason: string },
): Promise<void> {
  const staff = requireRight(member, 'liftSanction');
  const { threadId, ...bearer } = await bearerOf(postId);
  await db.$transaction(async (tx) => {
    await lockBearer(tx, bearer);
    const held = await tx.sanction.findFirst({
      where: { ...bearer, ...holdsAt(kind, currentHour()) },
      select: { id: true, actionId: true },
    });
    if (!held) throw new DomainError('conflict', 'There is nothing to lift');
    await tx.sanction.update({ where: { id: held.id }, data: { liftedAt: currentHour() }, select: { id: true } });
    const act = kind === 'bar' ? 'unbar' : 'lift';
    await recordAction(tx, staff, { kind: act, reason, threadId, postId, revertsId: held.actionId });
  });
}

type Given = { actionId: string; threadId: string; postId: string | null };

/** Takes back the sanction that an act gave, within a decision that is more than that; nothing happens where none is left. */
export async function takeBackSanction(
  tx: Transaction,
  staff: Staff,
  { actionId, threadId, postId, reason }: Given & { reason: string },
): Promise<void> {
  const given = await tx.sanction.findUnique({ where: { actionId }, select: { id: true, kind: true, liftedAt: true } });
  if (given?.liftedAt !== null) return;
  await tx.sanction.update({ where: { id: given.id }, data: { liftedAt: currentHour() }, select: { id: true } });
  const kind = given.kind === 'bar' ? 'unbar' : 'lift';
  await recordAction(tx, staff, {
    kind,
    reason,
    threadId,
    revertsId: actionId,
    ...(postId === null ? {} : { postId }),
  });
}
