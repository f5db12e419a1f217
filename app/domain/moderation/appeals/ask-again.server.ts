import { isUniqueViolation } from '#prisma/client.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { getDecisionOnMe } from './decisions-on-me.server.ts';

/** Before flags that only say "off topic": somebody was told they did wrong, and waits. */
const RISK = 1;

/**
 * Asks for a second look at a decision that concerns the member, once. Nothing that is stored says who asks: only whoever it
 * concerned could.
 *
 * @throws DomainError not-found for a decision that does not concern them, conflict when it was asked before or taken back.
 */
export async function askAgain(member: Member, { actionId, text }: { actionId: string; text: string }): Promise<void> {
  const { canAppeal } = await getDecisionOnMe(member, actionId);
  if (!canAppeal) throw askedBefore();
  const id = newId();
  const createdAt = currentHour();
  try {
    await db.appeal.create({
      data: {
        id,
        actionId,
        text,
        createdAt,
        item: { create: { id: newId(), kind: 'appeal', risk: RISK, openedAt: createdAt } },
      },
      select: { id: true },
    });
  } catch (error) {
    throw isUniqueViolation(error) ? askedBefore() : error;
  }
}

function askedBefore(): DomainError {
  return new DomainError('conflict', 'There is nothing left to ask about this decision');
}
