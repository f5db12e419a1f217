import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { MemberSecret } from './member-secret.server.ts';
import { penNameKey } from './pen-name.ts';
import { lockWithCodes, newRecoveryCode } from './recovery-codes.server.ts';

export type ResetResult = { kind: 'reset'; penName: string; code: string } | { kind: 'unknown' };

/**
 * Lets somebody in again who has neither password nor code: the account gets a new member secret, and one code that opens it
 * under /recover. The old secret is gone for good, and with it everything it sealed: personas, drafts, private settings are nobody's.
 * Password, codes, second factor and sessions end at once. Staff see the month of it on the account.
 *
 * For the operator, who has made sure of whom they give the code to: it asks nobody's leave.
 */
export async function resetAccount({ penName }: { penName: string }): Promise<ResetResult> {
  const account = await db.account.findUnique({
    where: { penNameKey: penNameKey(penName) },
    select: { id: true, penName: true },
  });
  if (!account) return { kind: 'unknown' };
  const { id: accountId } = account;
  const code = newRecoveryCode();
  await db.$transaction(async (tx) => {
    // In this order: whoever holds the password row (holdPassword) has done before the codes go.
    await tx.password.deleteMany({ where: { accountId } });
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.secondFactor.deleteMany({ where: { accountId } });
    await tx.account.update({
      where: { id: accountId },
      data: {
        epoch: { increment: 1 },
        resetMonth: startOfMonth(now()),
        recoveryCodes: { createMany: { data: lockWithCodes(accountId, [code], MemberSecret.generate()) } },
      },
      select: { id: true },
    });
  });
  return { kind: 'reset', penName: account.penName, code };
}
