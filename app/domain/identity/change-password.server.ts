import { db } from '#app/platform/db.server.ts';
import { faultOfPassword } from './common-passwords.server.ts';
import { hasFailedTooOften, noteFailure } from './failed-sign-ins.server.ts';
import { lockWithPassword, unlockWithPassword } from './password-key.server.ts';
import { penNameKey } from './pen-name.ts';
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
  if (!memberSecret) {
    await noteFailure(account, nameKey);
    return { kind: 'refused', field: 'current', fault: 'faults.passwordWrong' };
  }
  const passwordRow = await lockWithPassword(id, next, memberSecret);
  const { epoch } = await db.account.update({
    where: { id },
    data: { epoch: { increment: 1 }, password: { update: passwordRow } },
    select: { epoch: true },
  });
  return { kind: 'changed', session: await createSession({ id, epoch, memberSecret }) };
}
