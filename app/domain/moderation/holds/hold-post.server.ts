import { currentHour } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';
import { recountReplies } from '../../threads/recount-replies.server.ts';
import { actionToRevert } from '../log/action-to-revert.server.ts';
import type { SeenItem } from '../queue/flag-item.server.ts';
import { closePostItem } from '../queue/post-item.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';

/** `item`: what of the queue it is decided by, as it was seen. */
type Decision = { id: string; reason: string; item?: SeenItem | undefined };
type Place = { threadId: string; number: number };

/**
 * Takes a published post out of view until its author has mended it: they see the reason, and what they then write waits for a
 * moderator. An opening post takes its thread along.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it is not published.
 */
export async function holdPost(member: Member, { id, reason, item }: Decision): Promise<void> {
  const staff = requireRight(member, 'holdPost');
  const { threadId, number } = await placeOf(id);
  await db.$transaction(async (tx) => {
    await lockThreadRow(tx, threadId);
    const { count } = await tx.post.updateMany({
      where: { id, state: 'published' },
      data: { state: 'held', stateReason: reason },
    });
    if (count === 0) throw decidedMeanwhile();
    const hold = { reasons: ['moderator' as const], ruleIds: [], wasPublished: true, isSentBack: true };
    await tx.hold.upsert({
      where: { postId: id },
      create: { postId: id, ...hold },
      update: hold,
      select: { postId: true },
    });
    await followOnThread(tx, { threadId, number }, { state: 'held' });
    await recordAction(tx, staff, { kind: 'hold', reason, threadId, postId: id, item });
    await noteChange(tx, number === 1 ? 'thread' : 'post', [number === 1 ? threadId : id]);
  });
}

/**
 * Shows a held post to readers. One that they have never seen is as new as if it were written now: of this hour, a reply under the
 * next number, so that it is found by who follows. Why it was held is forgotten.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it is not held, or the item is not as it was seen.
 */
export async function approvePost(member: Member, { id, reason, item }: Decision): Promise<void> {
  const staff = requireRight(member, 'approvePost');
  const { threadId, number } = await placeOf(id);
  await db.$transaction(async (tx) => {
    await lockThreadRow(tx, threadId);
    const hold = await tx.hold.findUnique({ where: { postId: id }, select: { wasPublished: true } });
    const asWritten = hold?.wasPublished === true ? null : await asNew(tx, { threadId, number });
    const { count } = await tx.post.updateMany({
      where: { id, state: 'held' },
      data: { state: 'published', stateReason: null, ...asWritten },
    });
    if (count === 0) throw decidedMeanwhile();
    await followOnThread(tx, { threadId, number }, { state: 'published', newAt: asWritten?.createdAt });
    await closePostItem(tx, { kind: 'held', postId: id, outcome: 'acted', seen: item });
    await tx.hold.deleteMany({ where: { postId: id } });
    const revertsId = await actionToRevert(tx, { kind: 'hold', postId: id });
    await recordAction(tx, staff, { kind: 'approve', reason, threadId, postId: id, revertsId });
    await noteChange(tx, number === 1 ? 'thread' : 'post', [number === 1 ? threadId : id]);
  });
}

/**
 * Gives a held post back to its author, who sees the reason and can revise it: then it waits again.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it does not wait for a moderator, or the item is not as it was seen.
 */
export async function sendBack(member: Member, { id, reason, item }: Decision): Promise<void> {
  const staff = requireRight(member, 'sendBack');
  const { threadId } = await placeOf(id);
  await db.$transaction(async (tx) => {
    await lockThreadRow(tx, threadId);
    const { count } = await tx.post.updateMany({
      where: { id, state: 'held', OR: [{ hold: null }, { hold: { isSentBack: false } }] },
      data: { stateReason: reason },
    });
    if (count === 0) throw decidedMeanwhile();
    const isSentBack = true;
    await tx.hold.upsert({
      where: { postId: id },
      create: { postId: id, isSentBack },
      update: { isSentBack },
      select: { postId: true },
    });
    await closePostItem(tx, { kind: 'held', postId: id, outcome: 'acted', seen: item });
    await recordAction(tx, staff, { kind: 'sendBack', reason, threadId, postId: id });
  });
}

/** What was held is held no longer, for another cause than a release: what waited is closed, and why it was held is forgotten. */
export async function forgetHold(tx: Transaction, postId: string): Promise<void> {
  await tx.hold.deleteMany({ where: { postId } });
  await closePostItem(tx, { kind: 'held', postId, outcome: 'acted' });
}

async function placeOf(id: string): Promise<Place> {
  const post = await db.post.findUnique({ where: { id }, select: { threadId: true, number: true } });
  if (!post) throw new DomainError('not-found', 'No such post');
  return post;
}

/** Edits from before anybody read a post leave no mark on it. */
async function asNew(tx: Transaction, { threadId, number }: Place) {
  const unmarked = { createdAt: currentHour(), editedBy: null, editedAt: null, editReason: null };
  if (number === 1) return unmarked;
  const { lastNumber } = await tx.thread.update({
    where: { id: threadId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  });
  return { ...unmarked, number: lastNumber };
}

/** An opening and its thread are seen together; a reply counts or does not. What is new to readers moves the thread. */
async function followOnThread(
  tx: Transaction,
  { threadId, number }: Place,
  { state, newAt }: { state: 'held' | 'published'; newAt?: Date | undefined },
): Promise<void> {
  const active = newAt ? { lastActivityAt: newAt } : {};
  const opened = newAt ? { createdAt: newAt } : {};
  const data = number === 1 ? { state, ...active, ...opened } : active;
  await tx.thread.update({ where: { id: threadId }, data, select: { id: true } });
  if (number > 1) await recountReplies(tx, threadId);
}

function decidedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Somebody else has just decided on this post');
}
