import type { Prisma } from '#prisma/client.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { recountReplies } from '../threads/recount-replies.server.ts';

/** What is left of a post: its number, who wrote it and what it answered. */
const ERASED = {
  state: 'erased',
  stateReason: null,
  body: '',
  html: '',
  text: '',
  editedBy: null,
  editedAt: null,
  editReason: null,
} as const satisfies Prisma.PostUpdateManyMutationInput;

/** What stands in lists, feeds and above the replies of others where the title was: in the language of the thread, as it did. */
const ERASED_TITLE = { en: 'Taken back by its writer', nb: 'Trukket tilbake av den som skrev' } as const;

const NO_OPENING = { contentWarning: null, situation: null, whatIHaveTried: null, question: null } as const;

/**
 * Takes the words of these posts of one thread out of the posts, of all their versions and, for an opening, of the thread. Notes
 * it for the index and, without a word, in the ledger of erasures. Those already erased are left alone.
 *
 * The posts come first: an edit that is just being written is waited for, and its version is then among those emptied.
 */
export async function eraseTexts(tx: Transaction, threadId: string, postIds: readonly string[]): Promise<void> {
  await lockThreadRow(tx, threadId);
  const erased = await tx.post.updateManyAndReturn({
    where: { threadId, id: { in: [...postIds] }, state: { not: 'erased' } },
    data: ERASED,
    select: { id: true, number: true, version: true },
  });
  if (erased.length === 0) return;
  const ids = erased.map(({ id }) => id);
  await tx.revision.updateMany({ where: { postId: { in: ids } }, data: { body: '', title: null, ...NO_OPENING } });
  // An author's reason is their text too; a moderator's is an act of staff.
  await tx.revision.updateMany({ where: { postId: { in: ids }, by: 'author' }, data: { reason: null } });
  await forgetWhatWaits(tx, ids);
  await tx.erasedText.createMany({ data: erased.map(({ id, version }) => ({ id: newId(), postId: id, version })) });
  if (erased.some(({ number }) => number === 1)) {
    const { language } = await tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: { language: true } });
    const data = { title: ERASED_TITLE[language], slug: 'erased', ...NO_OPENING };
    await tx.thread.update({ where: { id: threadId }, data, select: { id: true } });
  }
  await recountReplies(tx, threadId);
  const isWhole = await closeIfEmpty(tx, threadId);
  await noteChange(tx, isWhole ? 'thread' : 'post', isWhole ? [threadId] : ids);
}

/** Texts that waited beside a post, or why it was held, go with it; there is nothing left to decide on. */
async function forgetWhatWaits(tx: Transaction, postIds: readonly string[]): Promise<void> {
  const about = { postId: { in: [...postIds] } };
  await tx.hold.deleteMany({ where: about });
  await tx.pendingEdit.deleteMany({ where: about });
  const closed = { closedAt: currentHour(), outcome: 'dismissed', claimedById: null, claimedUntil: null } as const;
  await tx.queueItem.updateMany({
    where: { ...about, kind: { in: ['risk', 'held', 'pendingEdit'] }, closedAt: null },
    data: { ...closed, version: { increment: 1 } },
  });
}

/**
 * A thread whose opening is erased goes from the lists with it, unless somebody else answered: their replies stay.
 *
 * @returns whether the opening is erased, so that the whole thread has changed.
 */
async function closeIfEmpty(tx: Transaction, threadId: string): Promise<boolean> {
  const opening = await tx.post.findUnique({
    where: { threadId_number: { threadId, number: 1 } },
    select: { state: true, authorId: true, personaId: true },
  });
  if (opening?.state !== 'erased') return false;
  const { authorId, personaId } = opening;
  const byOthers: Prisma.PostWhereInput =
    authorId === null
      ? { OR: [{ personaId: null }, { personaId: { not: personaId } }] }
      : { OR: [{ authorId: null }, { authorId: { not: authorId } }] };
  const answers = await tx.post.count({ where: { threadId, number: { gt: 1 }, state: 'published', ...byOthers } });
  // One that moderators took away stays away.
  const from = answers > 0 ? { state: { notIn: ['published' as const, 'erased' as const] } } : {};
  await tx.thread.updateMany({ where: { id: threadId, ...from }, data: { state: 'erased' } });
  return true;
}
