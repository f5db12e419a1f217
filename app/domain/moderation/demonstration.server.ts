import { db, type Transaction } from '#app/platform/db.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member } from '../identity/viewer.ts';
import { demonstrationRef, listSeeded } from '../settings/seeded.server.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { requireRight } from './rights.ts';

/**
 * Of threads that came with the forum those in which nobody has answered, and into which nothing was merged: what came by a form has
 * the form's key, and what came by an import its thread's reference.
 */
const UNTOUCHED = { posts: { none: { formKey: { not: null } } }, mergedFrom: { none: {} } } as const;

/** How many demonstration threads can be removed. @throws DomainError not-allowed. */
export async function countDemonstration(member: Member): Promise<number> {
  requireRight(member, 'changeSettings');
  return db.thread.count({ where: { externalRef: { in: await demonstrationRefs() }, ...UNTOUCHED } });
}

/**
 * Removes the demonstration threads for good, and the members who were made for them. The seed remembers that they were laid out,
 * so that no start brings them back. A thread in which somebody has answered stays: their words are theirs.
 *
 * @throws DomainError not-allowed.
 */
export async function removeDemonstration(member: Member): Promise<void> {
  requireRight(member, 'changeSettings');
  const threads = await db.thread.findMany({
    where: { externalRef: { in: await demonstrationRefs() }, ...UNTOUCHED },
    select: { id: true },
  });
  for (const { id } of threads) await db.$transaction((tx) => removeThread(tx, id));
  await db.account.deleteMany({ where: { ...NEVER_SOMEBODYS, posts: { none: {} }, revisions: { none: {} } } });
}

/** An account that nobody can ever have signed in to: members have a password, and whom staff let in anew a code and the month of it. */
const NEVER_SOMEBODYS = {
  password: null,
  recoveryCodes: { none: {} },
  secondFactor: null,
  mailLink: null,
  resetMonth: null,
} as const;

/** The references of the threads that were ever laid out. Somebody's own import may have others that begin alike. */
async function demonstrationRefs(): Promise<string[]> {
  return [...(await listSeeded('threads'))].map(demonstrationRef);
}

async function removeThread(tx: Transaction, id: string): Promise<void> {
  // Who is answering in this moment has done, or finds the thread gone: a statement does not see what others write beside it.
  await lockThreadRow(tx, id);
  const posts = await tx.post.findMany({ where: { threadId: id }, select: { id: true, personaId: true } });
  const { count } = await tx.thread.deleteMany({ where: { id, ...UNTOUCHED } });
  if (count === 0) return;
  // Only who wrote here: a member whose reply was split off and erased has a persona of this thread too, which their ledger counts.
  const personaIds = posts.flatMap(({ personaId }) => personaId ?? []);
  await tx.persona.deleteMany({ where: { id: { in: personaIds }, posts: { none: {} }, sanctions: { none: {} } } });
  await noteChange(
    tx,
    'post',
    posts.map((post) => post.id),
  );
}
