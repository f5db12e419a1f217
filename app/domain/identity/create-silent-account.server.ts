import { isUniqueViolation } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { penNameKey } from './pen-name.ts';
import type { AccountId, Role } from './viewer.ts';

/**
 * Makes an account that nobody can sign in to or recover: it has a pen name, and neither password nor codes. For the
 * demonstration members. Gives null when the pen name is somebody's.
 */
export async function createSilentAccount({
  penName,
  role,
}: {
  penName: string;
  role: Role;
}): Promise<AccountId | null> {
  const id = newId<AccountId>();
  try {
    await db.account.create({
      data: { id, penName, penNameKey: penNameKey(penName), role, createdMonth: startOfMonth(now()) },
      select: { id: true },
    });
    return id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
