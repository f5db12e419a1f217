import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member, Staff } from '../identity/viewer.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { recountReplies } from '../threads/recount-replies.server.ts';
import { forgetHold } from './holds/hold-post.server.ts';
import { actionToRevert } from './log/action-to-revert.server.ts';
import type { SeenItem } from './queue/flag-item.server.ts';
import { closePostItem } from './queue/post-item.server.ts';
import { recordAction } from './record-action.server.ts';
import { RIGHTS, requireRight } from './rights.ts';

/** `item`: what of the queue it is decided by, as it was seen. */
type Decision = { id: string; reason: string; item?: SeenItem | undefined };

/**
 * Takes a post from readers' sight; its number and the reason stay. An opening post takes its thread along.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it is hidden already.
 */
export function hidePost(member: Member, decision: Decision): Promise<void> {
  return changeState(member, decision, { kind: 'hide', right: 'hidePost', to: 'hidden' });
}

/** Gives a hidden post back to readers. @throws DomainError not-found, not-allowed, or conflict when it is not hidden. */
export function restorePost(member: Member, decision: Decision): Promise<void> {
  return changeState(member, decision, { kind: 'restore', right: 'restorePost', to: 'published' });
}

type Change =
  { kind: 'hide'; right: 'hidePost'; to: 'hidden' } | { kind: 'restore'; right: 'restorePost'; to: 'published' };

async function changeState(member: Member, { id, reason, item }: Decision, change: Change): Promise<void> {
  const staff = requireRight(member, change.right);
  const post = await db.post.findUnique({ where: { id }, select: { threadId: true, number: true } });
  if (!post) throw new DomainError('not-found', 'No such post');
  await db.$transaction((tx) => changeStateIn(tx, staff, { id, reason, item, ...post }, change));
}

/** Gives a hidden post back to readers, within a decision that is more than that. */
export async function restorePostIn(tx: Transaction, staff: Staff, { id, reason }: Decision): Promise<void> {
  const post = await tx.post.findUniqueOrThrow({ where: { id }, select: { threadId: true, number: true } });
  await changeStateIn(tx, staff, { id, reason, ...post }, { kind: 'restore', right: 'restorePost', to: 'published' });
}

type PostDecision = Decision & { threadId: string; number: number };

async function changeStateIn(
  tx: Transaction,
  staff: Staff,
  { id, reason, item, threadId, number }: PostDecision,
  { kind, right, to }: Change,
): Promise<void> {
  // Replies that are being written meanwhile wait, so that the recount misses none.
  await lockThreadRow(tx, threadId);
  const { count } = await tx.post.updateMany({
    where: { id, state: { in: [...RIGHTS[right].needs.post] } },
    data: { state: to, stateReason: to === 'hidden' ? reason : null },
  });
  if (count === 0) throw new DomainError('conflict', 'Somebody else has just decided on this post');
  if (number === 1) {
    await tx.thread.update({ where: { id: threadId }, data: { state: to }, select: { id: true } });
  } else {
    await recountReplies(tx, threadId);
  }
  const revertsId = kind === 'restore' ? await actionToRevert(tx, { kind: 'hide', postId: id }) : null;
  await recordAction(tx, staff, { kind, reason, threadId, postId: id, revertsId, item });
  if (to === 'hidden') {
    await forgetHold(tx, id);
    await closePostItem(tx, { kind: 'risk', postId: id, outcome: 'acted' });
  }
  await noteChange(tx, number === 1 ? 'thread' : 'post', [number === 1 ? threadId : id]);
}
