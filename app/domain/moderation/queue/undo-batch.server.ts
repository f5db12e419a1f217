import type { Prisma } from '#prisma/client.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { restorePostIn } from '../hide-post.server.ts';
import { actionToRevert } from '../log/action-to-revert.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { followFlags, lockPostRow } from './flag-item.server.ts';

/**
 * Takes back what one decision on many did: the posts are seen again and the flags wait again. What has been decided anew since is
 * left alone.
 *
 * @returns how many items wait again.
 * @throws DomainError not-allowed, or not-found where nothing bears that mark any more.
 */
export async function undoBatch(
  member: Member,
  { batchId, reason }: { batchId: string; reason: string },
): Promise<number> {
  const staff = requireRight(member, 'decideInQueue');
  const items = await db.queueItem.findMany({
    where: { batchId },
    select: {
      id: true,
      openedAt: true,
      outcome: true,
      postId: true,
      post: { select: { threadId: true, state: true } },
    },
  });
  if (items.length === 0) throw new DomainError('not-found', 'Nothing bears this mark');
  for (const item of items) {
    const { postId, post } = item;
    if (postId !== null && post) {
      await db.$transaction((tx) => undoOne(tx, staff, { ...item, postId, threadId: post.threadId, reason }));
    }
  }
  return items.length;
}

type Undone = Pick<Prisma.QueueItemGetPayload<object>, 'id' | 'openedAt' | 'outcome'> & {
  postId: string;
  threadId: string;
  reason: string;
};

async function undoOne(
  tx: Transaction,
  staff: Staff,
  { id, openedAt, outcome, postId, threadId, reason }: Undone,
): Promise<void> {
  if (outcome === 'acted') await restoreIfHidden(tx, staff, { id: postId, reason });
  await lockPostRow(tx, postId);
  const { count } = await tx.queueItem.updateMany({ where: { id, batchId: { not: null } }, data: { batchId: null } });
  if (count === 0) return;
  if (outcome === 'dismissed') {
    const revertsId = await actionToRevert(tx, { kind: 'dismissFlags', postId });
    await recordAction(tx, staff, { kind: 'reopenFlags', reason, threadId, postId, revertsId });
  }
  const waiting = await tx.queueItem.count({ where: { postId, kind: 'flags', closedAt: null } });
  if (waiting === 0) {
    const open = { closedAt: null, outcome: null, version: { increment: 1 } };
    await tx.queueItem.update({ where: { id }, data: open, select: { id: true } });
  }
  // Those that this item was about: older ones were decided before it was opened.
  await tx.flag.updateMany({ where: { postId, outcome, createdAt: { gte: openedAt } }, data: { outcome: null } });
  await followFlags(tx, postId);
}

async function restoreIfHidden(tx: Transaction, staff: Staff, decision: { id: string; reason: string }): Promise<void> {
  try {
    await restorePostIn(tx, staff, decision);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'conflict')) throw error;
  }
}
