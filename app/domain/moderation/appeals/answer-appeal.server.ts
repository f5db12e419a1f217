import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Staff } from '../../identity/viewer.ts';
import { restorePostIn } from '../hide-post.server.ts';
import { unlockThreadIn } from '../lock-thread.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { takeBackSanction } from '../sanctions/lift-sanction.server.ts';

export type Answer = { appealId: string; outcome: 'granted' | 'refused'; answer: string };

/**
 * Answers an appeal within the decision on its item. When it is granted, what was decided is taken back in the same moment where
 * that can be done by itself (`TAKEN_BACK`). What the person wrote goes; the answer stays for them to read.
 *
 * @throws DomainError not-allowed for the moderator whose decision it was.
 */
export async function answerAppealIn(
  tx: Transaction,
  staff: Staff,
  { appealId, outcome, answer }: Answer,
): Promise<void> {
  requireRight(staff, 'answerAppeal');
  const { action } = await tx.appeal.findUniqueOrThrow({
    where: { id: appealId },
    select: { action: { select: { id: true, kind: true, moderatorId: true, threadId: true, postId: true } } },
  });
  if (action.moderatorId === staff.accountId) {
    throw new DomainError('not-allowed', 'Another moderator than the one who decided takes the second look');
  }
  const { threadId, postId } = action;
  if (outcome === 'granted') await takeBack(tx, staff, action, answer);
  await tx.appeal.update({
    where: { id: appealId },
    data: { outcome, answer, text: '', answeredAt: currentHour(), answeredById: staff.accountId },
    select: { id: true },
  });
  const kind = outcome === 'granted' ? 'grantAppeal' : 'refuseAppeal';
  await recordAction(tx, staff, { kind, reason: answer, threadId, ...(postId === null ? {} : { postId }) });
}

type Act = { id: string; kind: string; threadId: string; postId: string | null };

async function takeBack(
  tx: Transaction,
  staff: Staff,
  { id, kind, threadId, postId }: Act,
  reason: string,
): Promise<void> {
  if (kind === 'hide' && postId !== null) await unlessDone(restorePostIn(tx, staff, { id: postId, reason }));
  if (kind === 'lock') await unlessDone(unlockThreadIn(tx, staff, { id: threadId, reason }));
  if (kind === 'warn' || kind === 'review' || kind === 'bar') {
    await takeBackSanction(tx, staff, { actionId: id, threadId, postId, reason });
  }
}

/** Somebody may have taken it back meanwhile: then there is nothing left to do. */
async function unlessDone(takingBack: Promise<void>): Promise<void> {
  try {
    await takingBack;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'conflict')) throw error;
  }
}
