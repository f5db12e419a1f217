import { isUniqueViolation } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { faultOfPassword } from './common-passwords.server.ts';
import { isSomebodysFormerName } from './former-pen-names.server.ts';
import { MemberSecret } from './member-secret.server.ts';
import { lockWithPassword } from './password-key.server.ts';
import { penNameKey } from './pen-name.ts';
import { lockWithCodes, newRecoveryCodes } from './recovery-codes.server.ts';
import type { JoinInput } from './schema.ts';
import { createSession, type NewSession } from './sessions.server.ts';
import type { AccountId } from './viewer.ts';

export type JoinResult =
  | { kind: 'joined'; session: NewSession; recoveryCodes: string[] }
  | { kind: 'refused'; field: 'penName' | 'password'; fault: string };

/**
 * Makes an account and signs it in. The recovery codes are returned this once: what is stored of them opens nothing.
 */
export async function join({ penName, password }: JoinInput): Promise<JoinResult> {
  const fault = faultOfPassword(password, penName);
  if (fault !== null) return { kind: 'refused', field: 'password', fault };
  const id = newId<AccountId>();
  const memberSecret = MemberSecret.generate();
  const recoveryCodes = newRecoveryCodes();
  const passwordRow = await lockWithPassword(id, password, memberSecret);
  try {
    await db.$transaction(async (tx) => {
      await tx.account.create({
        data: {
          id,
          penName,
          penNameKey: penNameKey(penName),
          createdMonth: startOfMonth(now()),
          password: { create: passwordRow },
          recoveryCodes: { createMany: { data: lockWithCodes(id, recoveryCodes, memberSecret) } },
        },
        select: { id: true },
      });
      if (await isSomebodysFormerName(tx, penNameKey(penName), id)) throw new NameTaken();
    });
  } catch (error) {
    if (error instanceof NameTaken || isUniqueViolation(error))
      return { kind: 'refused', field: 'penName', fault: 'faults.penNameTaken' };
    throw error;
  }
  return { kind: 'joined', session: await createSession({ id, epoch: 0, memberSecret }), recoveryCodes };
}

/** Takes back what the transaction wrote. */
class NameTaken extends Error {}
