import { db } from '#app/platform/db.server.ts';
import { faultOfPassword } from './common-passwords.server.ts';
import { confirmPassword } from './confirm-password.server.ts';
import { lockWithPassword } from './password-key.server.ts';
import type { ChangePasswordInput } from './schema.ts';
import { createSession, type NewSession } from './sessions.server.ts';
import type { Member } from './viewer.ts';

export type ChangePasswordResult =
  { kind: 'changed'; session: NewSession } | { kind: 'refused'; field: 'current' | 'next'; fault: string };

/** Wraps the secret anew and ends every session in one transaction; the member goes on in the new one. Codes stay good. */
export async function changePassword(
  member: Member,
  { current, next }: ChangePasswordInput,
): Promise<ChangePasswordResult> {
  const fault = faultOfPassword(next, member.penName);
  if (fault !== null) return { kind: 'refused', field: 'next', fault };
  const confirmed = await confirmPassword(member, current);
  if (confirmed.kind === 'refused') return confirmed;
  const { memberSecret, check } = confirmed;
  const id = member.accountId;
  const passwordRow = await lockWithPassword(id, next, memberSecret);
  const renewed = await db.$transaction(async (tx) => {
    const { count } = await tx.password.updateMany({ where: { accountId: id, check }, data: passwordRow });
    // Changed or reset a moment ago, elsewhere.
    if (count === 0) return null;
    return tx.account.update({ where: { id }, data: { epoch: { increment: 1 } }, select: { epoch: true } });
  });
  if (!renewed) return { kind: 'refused', field: 'current', fault: 'faults.passwordWrong' };
  return { kind: 'changed', session: await createSession({ id, epoch: renewed.epoch, memberSecret }) };
}
