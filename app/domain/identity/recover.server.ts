import { db } from '#app/platform/db.server.ts';
import { faultOfPassword } from './common-passwords.server.ts';
import { hasFailedTooOften, noteFailure } from './failed-sign-ins.server.ts';
import { lockWithPassword, unlockWithPassword } from './password-key.server.ts';
import { penNameKey } from './pen-name.ts';
import { checkOfCode, lockWithCodes, newRecoveryCodes, unlockWithCode } from './recovery-codes.server.ts';
import type { RecoverInput } from './schema.ts';
import { createFirstSession, type NewSession } from './sessions.server.ts';
import type { AccountId } from './viewer.ts';

export type RecoverResult =
  | {
      kind: 'recovered';
      session: NewSession;
      /** The session signs nobody in yet (awaiting-session.server.ts). */
      isAwaiting: boolean;
      codesLeft: number;
      /** Ten, where staff had let the account in anew: what was sealed before is nobody's now. Else null. */
      newCodes: string[] | null;
    }
  | { kind: 'refused'; field: 'code' | 'password'; fault: string }
  | { kind: 'too-many' };

/**
 * Lets a member in again with one of their recovery codes and sets a new password. The code is used up, every session ends,
 * and the anonymous posts are theirs as before. A wrong code and an unknown name answer alike.
 *
 * An account without a password is one that was reset (`resetAccount`): the code is its only one and brings a new secret.
 */
export async function recover({ penName, code, password }: RecoverInput): Promise<RecoverResult> {
  const fault = faultOfPassword(password, penName);
  if (fault !== null) return { kind: 'refused', field: 'password', fault };
  const nameKey = penNameKey(penName);
  const account = await db.account.findUnique({
    where: { penNameKey: nameKey },
    select: {
      id: true,
      failedSignIns: true,
      password: { select: { check: true } },
      recoveryCodes: { where: { check: checkOfCode(code) }, select: { id: true, wrappedSecret: true } },
    },
  });
  if (hasFailedTooOften(account, nameKey)) return { kind: 'too-many' };
  const row = account?.recoveryCodes[0];
  const memberSecret = account && row ? unlockWithCode(account.id, code, row) : null;
  if (!account || !row || !memberSecret) {
    // The time that making the new password row would have taken.
    await unlockWithPassword('', password, null);
    await noteFailure(account, nameKey);
    return { kind: 'refused', field: 'code', fault: 'faults.codeWrong' };
  }
  const passwordRow = await lockWithPassword(account.id, password, memberSecret);
  const newCodes = account.password === null ? newRecoveryCodes() : null;
  const renewed = await db.$transaction(async (tx) => {
    const used = await tx.recoveryCode.deleteMany({ where: { id: row.id } });
    // Somebody used the same code a moment ago.
    if (used.count === 0) return null;
    const codes = newCodes ? lockWithCodes(account.id, newCodes, memberSecret) : [];
    return tx.account.update({
      where: { id: account.id },
      data: {
        epoch: { increment: 1 },
        password: { upsert: { create: passwordRow, update: passwordRow } },
        recoveryCodes: { createMany: { data: codes } },
      },
      select: { epoch: true, _count: { select: { recoveryCodes: true } } },
    });
  });
  if (!renewed) return { kind: 'refused', field: 'code', fault: 'faults.codeWrong' };
  const { isAwaiting, ...session } = await createFirstSession({
    id: account.id as AccountId,
    epoch: renewed.epoch,
    memberSecret,
  });
  return { kind: 'recovered', session, isAwaiting, codesLeft: renewed._count.recoveryCodes, newCodes };
}
