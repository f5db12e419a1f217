import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DAY_MS } from '#app/platform/times.ts';
import type { Member } from '../../identity/viewer.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { changedMeanwhile, holdThread, refusedFor, requireThread, type WorkRefusal } from './thread-at-work.server.ts';

export type PinResult = { kind: 'pinned' } | WorkRefusal;

/** What is to stand on top for longer belongs into the topic's guide. */
const LONGEST_DAYS = 366;

type Pin = { id: string; until: string; reason: string };

/**
 * Lets a thread stand on top of its topic up to and including the day `until` (of UTC). One that is pinned gets the new day.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it was merged away meanwhile.
 */
export async function pinThread(member: Member, { id, until, reason }: Pin): Promise<PinResult> {
  const staff = requireRight(member, 'pinThread');
  await requireThread(id);
  const pinnedUntil = new Date(Date.parse(until) + DAY_MS);
  const ahead = pinnedUntil.getTime() - now().getTime();
  if (!(ahead > 0 && ahead <= LONGEST_DAYS * DAY_MS)) return refusedFor('until', 'faults.pinDay');
  await db.$transaction(async (tx) => {
    const { lastNumber: afterNumber } = await holdThread(tx, id);
    await tx.thread.update({ where: { id }, data: { pinnedUntil }, select: { id: true } });
    await recordAction(tx, staff, { kind: 'pin', reason, threadId: id, afterNumber });
  });
  return { kind: 'pinned' };
}

/** Takes it from the top again. @throws DomainError not-found, not-allowed, or conflict when it is not pinned. */
export async function unpinThread(member: Member, { id, reason }: { id: string; reason: string }): Promise<void> {
  const staff = requireRight(member, 'unpinThread');
  await requireThread(id);
  await db.$transaction(async (tx) => {
    const { lastNumber: afterNumber } = await holdThread(tx, id);
    const { count } = await tx.thread.updateMany({
      where: { id, pinnedUntil: { gt: now() } },
      data: { pinnedUntil: null },
    });
    if (count === 0) throw changedMeanwhile();
    await recordAction(tx, staff, { kind: 'unpin', reason, threadId: id, afterNumber });
  });
}
