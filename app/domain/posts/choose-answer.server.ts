import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Member, Viewer } from '../identity/viewer.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { isMine } from './visibility.server.ts';

type Choice = { postId: string; isAnswer: boolean };

/**
 * Who opened a thread says which reply helped, or takes that back: their own thing, so nobody records it. Staff who did not open it
 * do so by `moderation/threads/mark-answer`.
 *
 * @throws DomainError not-found, not-allowed for others, or conflict as `changeAnswer`.
 */
export async function chooseAnswer(member: Member, { postId, isAnswer }: Choice): Promise<void> {
  const post = await db.post.findUnique({ where: { id: postId }, select: { threadId: true } });
  if (!post) throw new DomainError('not-found', 'No such post');
  if (!(await hasOpened(member, post.threadId))) {
    throw new DomainError('not-allowed', 'Only who opened the thread says what helped');
  }
  await db.$transaction((tx) => changeAnswer(tx, { threadId: post.threadId, postId, isAnswer }));
}

/** Whether the viewer opened a thread, under whatever name. */
export async function hasOpened(viewer: Viewer, threadId: string): Promise<boolean> {
  if (viewer.kind === 'guest') return false;
  const mine = (await listMyPersonasInThread(viewer, threadId)).map(({ id }) => id);
  const opening = await db.post.findUnique({
    where: { threadId_number: { threadId, number: 1 } },
    select: { authorId: true, personaId: true },
  });
  return opening !== null && isMine(viewer, mine, opening);
}

/**
 * Marks a published reply of a thread as the one that helped, or takes the mark from it.
 *
 * @throws DomainError conflict when that is so already, or it is not such a reply.
 */
export async function changeAnswer(
  tx: Transaction,
  { threadId, postId, isAnswer }: Choice & { threadId: string },
): Promise<void> {
  await lockThreadRow(tx, threadId);
  const [thread, post] = await Promise.all([
    tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: { answerId: true } }),
    tx.post.count({ where: { id: postId, threadId, number: { gt: 1 }, state: 'published' } }),
  ]);
  const isSo = thread.answerId === postId;
  if (isSo === isAnswer || (isAnswer && post === 0)) {
    throw new DomainError('conflict', 'Somebody else has just decided on this reply');
  }
  await tx.thread.update({
    where: { id: threadId },
    data: { answerId: isAnswer ? postId : null },
    select: { id: true },
  });
}
