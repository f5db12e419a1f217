import type { Prisma } from '#prisma/client.ts';
import type { QueueOutcome } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import { lockPostRow, type SeenItem } from './flag-item.server.ts';

/** What waits about a post for another cause than that members flagged it. */
export type PostItemKind = 'risk' | 'held' | 'pendingEdit';

type PostItem = { kind: PostItemKind; postId: string };

/**
 * Puts a post before the moderators. A post has one open item of a kind: one that waits already counts as changed, and its risk is
 * raised where this one is higher.
 */
export async function openPostItem(
  tx: Transaction,
  { kind, postId, risk }: PostItem & { risk: number },
): Promise<void> {
  await lockPostRow(tx, postId);
  const open = await tx.queueItem.findFirst({ where: openItem({ kind, postId }), select: { id: true, risk: true } });
  if (open) {
    const data = { risk: Math.max(open.risk, risk), version: { increment: 1 } };
    await tx.queueItem.update({ where: { id: open.id }, data, select: { id: true } });
    return;
  }
  await tx.queueItem.create({
    data: { id: newId(), kind, postId, risk, openedAt: currentHour() },
    select: { id: true },
  });
}

/**
 * Closes what waits about a post for this cause; nothing happens where nothing waits. With `seen` that very item must still be
 * open and as it was.
 *
 * @throws DomainError conflict when it is not.
 */
export async function closePostItem(
  tx: Transaction,
  { kind, postId, outcome, seen }: PostItem & { outcome: QueueOutcome; seen?: SeenItem | undefined },
): Promise<void> {
  await lockPostRow(tx, postId);
  const count = await close(tx, { ...openItem({ kind, postId }), ...seen }, outcome);
  if (seen && count === 0) throw decidedMeanwhile();
}

/** Closes the item about a post that somebody acted on, of whatever kind. @throws DomainError conflict when it is not as they saw it. */
export async function closeSeenItem(tx: Transaction, postId: string, seen: SeenItem): Promise<void> {
  await lockPostRow(tx, postId);
  if ((await close(tx, { postId, closedAt: null, ...seen }, 'acted')) === 0) throw decidedMeanwhile();
}

async function close(tx: Transaction, where: Prisma.QueueItemWhereInput, outcome: QueueOutcome): Promise<number> {
  const { count } = await tx.queueItem.updateMany({
    where,
    data: { closedAt: currentHour(), outcome, claimedById: null, claimedUntil: null, version: { increment: 1 } },
  });
  return count;
}

function decidedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Somebody else has just decided on this item');
}

const openItem = ({ kind, postId }: PostItem) => ({ kind, postId, closedAt: null });
