import { db } from '#app/platform/db.server.ts';
import { confirmPassword, holdPassword, type PasswordRefused } from './confirm-password.server.ts';
import { lockWithCodes, newRecoveryCodes } from './recovery-codes.server.ts';
import type { ConfirmInput } from './schema.ts';
import type { Member } from './viewer.ts';

export type CodesRenewed = { kind: 'renewed'; codes: string[] } | PasswordRefused;

/** Ten new recovery codes for a member who gives their password; the old ones are void. They are returned this once. */
export async function renewRecoveryCodes(member: Member, { current }: ConfirmInput): Promise<CodesRenewed> {
  const confirmed = await confirmPassword(member, current);
  if (confirmed.kind === 'refused') return confirmed;
  const { accountId, memberSecret } = member;
  const codes = newRecoveryCodes();
  const isDone = await db.$transaction(async (tx) => {
    if (!(await holdPassword(tx, member, confirmed))) return false;
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    const rows = lockWithCodes(accountId, codes, memberSecret).map((row) => ({ ...row, accountId }));
    await tx.recoveryCode.createMany({ data: rows });
    return true;
  });
  return isDone ? { kind: 'renewed', codes } : { kind: 'refused', field: 'current', fault: 'faults.passwordWrong' };
}

/** How many codes the member has left. */
export async function countRecoveryCodes({ accountId }: Member): Promise<number> {
  return db.recoveryCode.count({ where: { accountId } });
}
