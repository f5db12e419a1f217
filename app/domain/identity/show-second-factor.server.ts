import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { completeSignIn, type Awaiting } from './awaiting-session.server.ts';
import { hasFailedTooOften, noteFailure } from './failed-sign-ins.server.ts';
import { isPasskeyShown } from './passkeys.server.ts';
import { checkOfCode } from './recovery-codes.server.ts';
import { usableFactors } from './second-factor.server.ts';
import type { NewSession } from './sessions.server.ts';
import { spendOnce } from './spent-tags.server.ts';
import { stepOfCode } from './totp.server.ts';

export type SecondFactorResult =
  { kind: 'signed-in'; session: NewSession } | { kind: 'refused' } | { kind: 'too-many' } | { kind: 'ended' };

/** Six digits from an app. Each counts once, also when it is sent twice at once. */
export function showTotp(awaiting: Awaiting, code: string): Promise<SecondFactorResult> {
  return attempt(awaiting, async () => {
    const { totp } = await usableFactors(awaiting);
    const step = totp && stepOfCode(totp.secret, code, now());
    return step !== null && (await spendOnce(awaiting.memberSecret, 'totp-step', step));
  });
}

/** What a passkey answered to the page's challenge, as JSON. */
export function showPasskey(
  awaiting: Awaiting,
  given: { response: string; origin: string },
): Promise<SecondFactorResult> {
  return attempt(awaiting, async () => isPasskeyShown(awaiting, await usableFactors(awaiting), given));
}

/** A recovery code in place of the second factor. It is used up. */
export function showRecoveryCode(awaiting: Awaiting, code: string): Promise<SecondFactorResult> {
  return attempt(awaiting, async () => {
    const { count } = await db.recoveryCode.deleteMany({
      where: { accountId: awaiting.accountId, check: checkOfCode(code) },
    });
    return count === 1;
  });
}

/** A wrong answer counts as a failed sign-in; a right one turns the session into a whole one under a new token. */
async function attempt(awaiting: Awaiting, isRight: () => Promise<boolean>): Promise<SecondFactorResult> {
  const account = await db.account.findUnique({
    where: { id: awaiting.accountId },
    select: { id: true, failedSignIns: true },
  });
  if (!account) return { kind: 'ended' };
  if (hasFailedTooOften(account, '')) return { kind: 'too-many' };
  if (!(await isRight())) {
    await noteFailure(account, '');
    return { kind: 'refused' };
  }
  const session = await completeSignIn(awaiting);
  return session ? { kind: 'signed-in', session } : { kind: 'ended' };
}
