import type { ErasureMode } from '#prisma/generated/enums.ts';
import { db } from '#app/platform/db.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import { forgetMyLedger, listMyPersonas } from '../authorship/ledger.server.ts';
import { stepDownToLeave } from '../identity/administrators.server.ts';
import { confirmPassword } from '../identity/confirm-password.server.ts';
import { sessionTags } from '../identity/sessions.server.ts';
import { dropAllVaults } from '../identity/vault.server.ts';
import type { Member } from '../identity/viewer.ts';
import { dropAllDrafts } from '../posts/drafts.server.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { eraseTexts } from './erase-texts.server.ts';
import { erasedAccountDigest } from './restored/erased-accounts.server.ts';
import { giveToNobody } from './give-to-nobody.server.ts';
import { scheduleErasures } from './persona-erasures.server.ts';
import type { EraseAccountInput } from './schema.ts';

export type EraseAccountResult = { kind: 'erased' } | { kind: 'refused'; field: 'password' | 'form'; fault: string };

/**
 * Ends the account of a member who has shown their password again. The order makes it safe to be killed at any moment: as long as
 * the account's row is there its password opens it, and the member can begin again; it goes last, when nothing is left that only
 * it leads to. Texts under the pen name are done with when this returns, personas at hours of their own (`carryOutErasures`).
 *
 * The last administrator cannot leave. Of staff the role goes first, so that two who leave at once cannot both have been another's
 * successor.
 */
export async function eraseAccount(
  member: Member,
  { password, penNamePosts, anonymousPosts }: EraseAccountInput,
): Promise<EraseAccountResult> {
  const confirmed = await confirmPassword(member, password);
  if (confirmed.kind === 'refused') return { ...confirmed, field: 'password' };
  if (!(await stepDownToLeave(member)))
    return { kind: 'refused', field: 'form', fault: 'faults.lastAdministratorLeaves' };
  await endAllSessions(member);
  do {
    // The second time round: for what was just being written when the sessions ended.
    forgetMyLedger(member);
    await scheduleErasures(member, anonymousPosts);
    await dropAllDrafts(member);
    await dropAllVaults(member);
    await leavePenName(member, penNamePosts);
  } while (!(await deleteAccount(member)));
  forgetMyLedger(member);
  return { kind: 'erased' };
}

/** What a member is told before they choose: how many of their texts there still are under the pen name, and how many not. */
export async function countMyTexts(member: Member): Promise<{ penName: number; anonymous: number }> {
  const personaId = { in: (await listMyPersonas(member)).map(({ id }) => id) };
  const [penName, anonymous] = await Promise.all([
    db.post.count({ where: { authorId: member.accountId, state: { not: 'erased' } } }),
    db.post.count({ where: { personaId, state: { not: 'erased' } } }),
  ]);
  return { penName, anonymous };
}

/** The epoch ends them at once; their rows name no account and are found by their tags, apart from it. */
async function endAllSessions({ accountId, memberSecret, sessionKey }: Member): Promise<void> {
  await db.account.updateMany({ where: { id: accountId }, data: { epoch: { increment: 1 } } });
  await db.session.deleteMany({
    where: { OR: [{ memberTag: { in: sessionTags(memberSecret) } }, { tokenHash: sessionKey }] },
  });
}

/** Thread by thread, each in a transaction of its own: whoever is read there keeps one alias in the pen name's place. */
async function leavePenName({ accountId }: Member, mode: ErasureMode): Promise<void> {
  for (;;) {
    const next = await db.post.findFirst({
      where: { authorId: accountId },
      orderBy: { id: 'asc' },
      select: { thread: { select: { id: true, scopeId: true } } },
    });
    if (!next) return;
    const { thread } = next;
    await db.$transaction(async (tx) => {
      await lockThreadRow(tx, thread.id);
      const posts = await tx.post.findMany({
        where: { threadId: thread.id, authorId: accountId },
        select: { id: true },
      });
      const ids = posts.map(({ id }) => id);
      if (ids.length === 0) return;
      if (mode === 'remove') await eraseTexts(tx, thread.id, ids);
      else await noteChange(tx, 'post', ids);
      await giveToNobody(tx, thread, ids);
    });
  }
}

/**
 * With it go its password, codes, second factor and bars; in what it did as staff it is named no longer.
 *
 * @returns false if something was written under the pen name meanwhile: nothing is deleted then.
 */
function deleteAccount({ accountId }: Member): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Waits for a post that is just being inserted, which holds the row it refers to.
    await tx.$queryRaw`SELECT id FROM accounts WHERE id = ${accountId} FOR UPDATE`;
    if ((await tx.post.count({ where: { authorId: accountId } })) > 0) return false;
    const { count } = await tx.account.deleteMany({ where: { id: accountId } });
    if (count > 0) await tx.erasedAccount.create({ data: { digest: erasedAccountDigest(accountId) } });
    return true;
  });
}
