import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../identity/viewer.ts';
import { hasOpened } from './choose-answer.server.ts';

/**
 * Asks search engines to leave a thread out, or no longer to. It is for who opened it, under whatever name, and nobody records it.
 *
 * @throws DomainError not-allowed for anybody else, staff included.
 */
export async function keepOut(
  member: Member,
  { threadId, isKeptOut }: { threadId: string; isKeptOut: boolean },
): Promise<void> {
  if (!(await hasOpened(member, threadId))) throw new DomainError('not-allowed', 'Only who opened the thread says so');
  await db.thread.update({ where: { id: threadId }, data: { isKeptOut }, select: { id: true } });
}
