import { db, type Transaction } from '#app/platform/db.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member } from '../identity/viewer.ts';
import { requireRight } from './rights.ts';

/** The demonstration threads in which nobody has answered: what came by a form, and not with the forum, has the form's key. */
const UNTOUCHED = { externalRef: { startsWith: 'demo-' }, posts: { none: { formKey: { not: null } } } } as const;

/** How many demonstration threads can be removed. @throws DomainError not-allowed. */
export function countDemonstration(member: Member): Promise<number> {
  requireRight(member, 'changeSettings');
  return db.thread.count({ where: UNTOUCHED });
}

/**
 * Removes the demonstration threads for good, and the members who were made for them. The seed remembers that they were laid out,
 * so that no start brings them back. A thread in which somebody has answered stays: their words are theirs.
 *
 * @throws DomainError not-allowed.
 */
export async function removeDemonstration(member: Member): Promise<void> {
  requireRight(member, 'changeSettings');
  const threads = await db.thread.findMany({ where: UNTOUCHED, select: { id: true } });
  for (const { id } of threads) await db.$transaction((tx) => removeThread(tx, id));
  // Without password and codes: an account that nobody can ever have signed in to.
  await db.account.deleteMany({
    where: { password: null, recoveryCodes: { none: {} }, posts: { none: {} }, revisions: { none: {} } },
  });
}

async function removeThread(tx: Transaction, id: string): Promise<void> {
  const posts = await tx.post.findMany({ where: { threadId: id }, select: { id: true } });
  const scopes = await tx.threadScope.findMany({ where: { threadId: id }, select: { scopeId: true } });
  const { count } = await tx.thread.deleteMany({ where: { id, ...UNTOUCHED } });
  if (count === 0) return;
  await tx.persona.deleteMany({
    where: { scopeId: { in: scopes.map(({ scopeId }) => scopeId) }, posts: { none: {} }, sanctions: { none: {} } },
  });
  await noteChange(
    tx,
    'post',
    posts.map((post) => post.id),
  );
}
