import { db } from '#app/platform/db.server.ts';
import { hasFailedTooOften, noteFailure } from '../identity/failed-sign-ins.server.ts';
import { unlockWithPassword } from '../identity/password-key.server.ts';
import { penNameKey } from '../identity/pen-name.ts';
import type { Member } from '../identity/viewer.ts';

/**
 * Whether it is the member's password that somebody at their browser has just typed: null, or what is wrong as a key of the
 * catalogue. Failures count like those at sign-in.
 */
export async function confirmPassword({ accountId, penName }: Member, password: string): Promise<string | null> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      id: true,
      failedSignIns: true,
      password: { select: { salt: true, memoryKib: true, passes: true, check: true, wrappedSecret: true } },
    },
  });
  const nameKey = penNameKey(penName);
  if (hasFailedTooOften(account, nameKey)) return 'faults.tooManyTries';
  if (await unlockWithPassword(accountId, password, account.password)) return null;
  await noteFailure(account, nameKey);
  return 'faults.passwordWrong';
}
