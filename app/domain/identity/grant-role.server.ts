import { db } from '#app/platform/db.server.ts';
import { penNameKey } from './pen-name.ts';
import type { Role } from './viewer.ts';

/**
 * Gives an account a role. Its sessions end, so that the new rights (or their loss) hold everywhere from the next request on.
 * For the operator's command: it asks nobody's leave.
 */
export async function grantRole({ penName, role }: { penName: string; role: Role }): Promise<'granted' | 'unknown'> {
  const { count } = await db.account.updateMany({
    where: { penNameKey: penNameKey(penName) },
    data: { role, epoch: { increment: 1 } },
  });
  return count === 1 ? 'granted' : 'unknown';
}
