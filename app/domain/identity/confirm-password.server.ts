import { db, type Transaction } from '#app/platform/db.server.ts';
import { hasFailedTooOften, noteFailure } from './failed-sign-ins.server.ts';
import type { MemberSecret } from './member-secret.server.ts';
import { unlockWithPassword } from './password-key.server.ts';
import { penNameKey } from './pen-name.ts';
import type { Member } from './viewer.ts';

export type PasswordConfirmed = { kind: 'right'; memberSecret: MemberSecret; check: Uint8Array<ArrayBuffer> };
export type PasswordRefused = { kind: 'refused'; field: 'current'; fault: string };

/** Asks a signed-in member for their password before something that outlasts the session. A wrong one counts as a failed sign-in. */
export async function confirmPassword(member: Member, current: string): Promise<PasswordConfirmed | PasswordRefused> {
  const id = member.accountId;
  const account = await db.account.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      failedSignIns: true,
      password: { select: { salt: true, memoryKib: true, passes: true, check: true, wrappedSecret: true } },
    },
  });
  const nameKey = penNameKey(member.penName);
  if (hasFailedTooOften(account, nameKey)) return { kind: 'refused', field: 'current', fault: 'faults.tooManyTries' };
  const memberSecret = await unlockWithPassword(id, current, account.password);
  if (!account.password || !memberSecret) {
    await noteFailure(account, nameKey);
    return { kind: 'refused', field: 'current', fault: 'faults.passwordWrong' };
  }
  return { kind: 'right', memberSecret, check: account.password.check };
}

/**
 * Whether the confirmed password is still the account's, held so until the transaction ends: a change or a reset meanwhile
 * either came first (false) or waits. Two changes of one member come one after the other by it.
 */
export async function holdPassword(tx: Transaction, member: Member, { check }: PasswordConfirmed): Promise<boolean> {
  const { count } = await tx.password.updateMany({ where: { accountId: member.accountId, check }, data: { check } });
  return count === 1;
}
