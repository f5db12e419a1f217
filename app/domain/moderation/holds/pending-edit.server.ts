import { currentHour } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { getPostForEdit } from '../../posts/get-post-for-edit.server.ts';
import { revisePost, type NewVersion } from '../../posts/revise-post.server.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';
import { renderBody } from '../../threads/render-body.server.ts';
import type { SeenItem } from '../queue/flag-item.server.ts';
import { closePostItem, openPostItem } from '../queue/post-item.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';

type Decision = { id: string; reason: string; item?: SeenItem | undefined };

/**
 * Keeps an author's edit beside their published post until a moderator has looked; one that waits there already is written over. The
 * caller holds the thread's row.
 *
 * @returns false when the post has moved on from the version that the edit began from: nothing is written then.
 */
export async function keepPendingEdit(tx: Transaction, postId: string, edit: NewVersion): Promise<boolean> {
  const { from, body, opening, reason } = edit;
  if ((await tx.post.count({ where: { id: postId, version: from } })) === 0) return false;
  const data = { fromVersion: from, body, ...opening, reason, sentBackReason: null, createdAt: currentHour() };
  await tx.pendingEdit.upsert({
    where: { postId },
    create: { postId, ...data },
    update: data,
    select: { postId: true },
  });
  await openPostItem(tx, { kind: 'pendingEdit', postId, risk: 0 });
  return true;
}

/** Throws an edit that waits away, and closes what waits for the moderators; nothing happens where none does. */
export async function dropPendingEdit(tx: Transaction, postId: string): Promise<void> {
  await tx.pendingEdit.deleteMany({ where: { postId } });
  await closePostItem(tx, { kind: 'pendingEdit', postId, outcome: 'dismissed' });
}

/** Takes one's own edit back before a moderator has decided. @throws DomainError not-found or not-allowed. */
export async function withdrawPendingEdit(member: Member, { id }: { id: string }): Promise<void> {
  const post = await getPostForEdit(member, { id });
  if (post.asModerator) throw new DomainError('not-allowed', 'Only its author takes an edit back');
  await db.$transaction(async (tx) => {
    await lockThreadRow(tx, post.thread.id);
    await dropPendingEdit(tx, id);
  });
}

/**
 * Makes an edit that waits the next version of its post.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it does not wait, the post has moved on, or the item is not as it was
 *   seen.
 */
export async function approvePendingEdit(member: Member, { id, reason, item }: Decision): Promise<void> {
  const staff = requireRight(member, 'decideOnEdit');
  const { threadId, number, edit } = await findPendingEdit(id);
  const rendered = await renderBody(edit.body);
  if (rendered.kind === 'refused') throw new DomainError('conflict', 'This text cannot be shown');
  const { fromVersion: from, body, title, sentBackReason: _, createdAt, ...fields } = edit;
  const opening = number === 1 && title !== null ? { title, ...openingOf(fields) } : null;
  await db.$transaction(async (tx) => {
    await lockThreadRow(tx, threadId);
    // The very one that was read, and rendered, above.
    const { count } = await tx.pendingEdit.deleteMany({ where: { postId: id, body, fromVersion: from, createdAt } });
    if (count === 0) throw changedMeanwhile();
    await closePostItem(tx, { kind: 'pendingEdit', postId: id, outcome: 'acted', seen: item });
    const { html, text } = rendered;
    const by = { by: 'author' as const, moderatorId: null, publicDiff: false };
    const version = await revisePost(
      tx,
      { id, threadId },
      { from, body, html, text, opening, reason: edit.reason, ...by },
    );
    if (version === null) throw new DomainError('conflict', 'The post has been changed since this edit began');
    await recordAction(tx, staff, { kind: 'approve', reason, threadId, postId: id, version });
  });
}

/** Gives an edit back to its author with the reason. @throws as `approvePendingEdit`. */
export async function sendBackPendingEdit(member: Member, { id, reason, item }: Decision): Promise<void> {
  const staff = requireRight(member, 'decideOnEdit');
  const { threadId } = await findPendingEdit(id);
  await db.$transaction(async (tx) => {
    await lockThreadRow(tx, threadId);
    const { count } = await tx.pendingEdit.updateMany({
      where: { postId: id, sentBackReason: null },
      data: { sentBackReason: reason },
    });
    if (count === 0) throw changedMeanwhile();
    await closePostItem(tx, { kind: 'pendingEdit', postId: id, outcome: 'acted', seen: item });
    await recordAction(tx, staff, { kind: 'sendBack', reason, threadId, postId: id });
  });
}

async function findPendingEdit(id: string) {
  const edit = await db.pendingEdit.findUnique({
    where: { postId: id },
    omit: { postId: true },
    include: { post: { select: { threadId: true, number: true } } },
  });
  if (!edit) throw changedMeanwhile();
  const { post, ...fields } = edit;
  return { ...post, edit: fields };
}

type Optional = Record<'contentWarning' | 'situation' | 'whatIHaveTried' | 'question', string | null>;

function openingOf({ contentWarning, situation, whatIHaveTried, question }: Optional): Optional {
  return { contentWarning, situation, whatIHaveTried, question };
}

function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'This edit does not wait any more as it was seen');
}
