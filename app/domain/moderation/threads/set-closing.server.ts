import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { closingDaysOf, type ClosingChoice } from './closing-days.ts';
import { changedMeanwhile, holdThread, requireThread } from './thread-at-work.server.ts';

type Closing = { id: string; days: ClosingChoice; reason: string };

/**
 * Says after how many days of silence a thread locks itself (close-silent-threads.server.ts).
 *
 * @throws DomainError not-found, not-allowed, or conflict when that is so already.
 */
export async function setClosing(member: Member, { id, days, reason }: Closing): Promise<void> {
  const staff = requireRight(member, 'setClosing');
  await requireThread(id);
  const closesAfterDays = closingDaysOf(days);
  await db.$transaction(async (tx) => {
    const { lastNumber: afterNumber } = await holdThread(tx, id);
    const before = await tx.thread.findUniqueOrThrow({ where: { id }, select: { closesAfterDays: true } });
    if (before.closesAfterDays === closesAfterDays) throw changedMeanwhile();
    await tx.thread.update({ where: { id }, data: { closesAfterDays }, select: { id: true } });
    await recordAction(tx, staff, { kind: 'closeAfter', reason, threadId: id, afterNumber });
  });
}
