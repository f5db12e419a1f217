import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { changeAnswer } from '../../posts/choose-answer.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';

type Mark = { postId: string; reason: string };

/**
 * Marks a reply as the one that helped, in the place of another that was. Readers find it from the opening post.
 *
 * @throws DomainError not-found, not-allowed, or conflict when it is so already, is no reply, or readers cannot see it.
 */
export async function markAnswer(member: Member, mark: Mark): Promise<void> {
  await change(member, mark, 'answer');
}

/** Takes the mark away again. @throws DomainError not-found, not-allowed, or conflict when the reply has none. */
export async function unmarkAnswer(member: Member, mark: Mark): Promise<void> {
  await change(member, mark, 'unanswer');
}

async function change(member: Member, { postId, reason }: Mark, kind: 'answer' | 'unanswer'): Promise<void> {
  const staff = requireRight(member, 'markAnswer');
  const post = await db.post.findUnique({ where: { id: postId }, select: { threadId: true } });
  if (!post) throw new DomainError('not-found', 'No such post');
  const { threadId } = post;
  await db.$transaction(async (tx) => {
    await changeAnswer(tx, { threadId, postId, isAnswer: kind === 'answer' });
    await recordAction(tx, staff, { kind, reason, threadId, postId });
  });
}
