import type { FlagReason, QueueOutcome } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';

/** An item as somebody saw it who decides on it. */
export type SeenItem = { id: string; version: number };

const RISKS: Readonly<Record<FlagReason, number>> = {
  risk: 3,
  identifying: 2,
  disrespect: 1,
  advertising: 0,
  offTopic: 0,
  other: 0,
};

/** Holds the post's row until the transaction ends: its flags and its item change together, one writer at a time. */
export async function lockPostRow(tx: Transaction, postId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM posts WHERE id = ${postId} FOR UPDATE`;
}

/**
 * Makes the post's open item what its open flags say: none of both, or an item with the highest risk among them. The caller holds
 * the post's row.
 */
export async function followFlags(tx: Transaction, postId: string): Promise<void> {
  const flags = await tx.flag.findMany({ where: { postId, outcome: null }, select: { reason: true } });
  if (flags.length === 0) {
    await closeOpenItem(tx, postId, 'dismissed');
    return;
  }
  const risk = Math.max(...flags.map(({ reason }) => RISKS[reason]));
  const open = { postId, kind: 'flags', closedAt: null } as const;
  // Who decides meanwhile is told that there is more to look at.
  const { count } = await tx.queueItem.updateMany({ where: open, data: { risk, version: { increment: 1 } } });
  if (count > 0) return;
  await tx.queueItem.create({
    data: { id: newId(), kind: 'flags', postId, risk, openedAt: currentHour() },
    select: { id: true },
  });
}

/**
 * Closes what waits about a post and gives its open flags their outcome; nothing happens where nothing waits. With `seen` that very
 * item must still be open and as it was.
 *
 * @throws DomainError conflict when it is not.
 */
export async function closeFlagItem(
  tx: Transaction,
  postId: string,
  outcome: QueueOutcome,
  seen?: SeenItem,
): Promise<void> {
  await lockPostRow(tx, postId);
  const closed = await closeOpenItem(tx, postId, outcome, seen);
  if (seen && closed === 0) throw new DomainError('conflict', 'Somebody else has just decided on this item');
  await tx.flag.updateMany({ where: { postId, outcome: null }, data: { outcome } });
}

async function closeOpenItem(tx: Transaction, postId: string, outcome: QueueOutcome, seen?: SeenItem): Promise<number> {
  const { count } = await tx.queueItem.updateMany({
    where: { postId, kind: 'flags', closedAt: null, ...seen },
    data: { closedAt: currentHour(), outcome, claimedById: null, claimedUntil: null, version: { increment: 1 } },
  });
  return count;
}
