import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { penNameKey } from './pen-name.ts';
import { startOfDay } from './second-factor-duty.ts';
import type { Role } from './viewer.ts';

/**
 * Gives an account a role. Its sessions end, so that the new rights (or their loss) hold everywhere from the next request on. Who
 * becomes staff owes a second factor from that day on (second-factor-duty.ts). For the operator's command: it asks nobody's leave.
 */
export async function grantRole({ penName, role }: { penName: string; role: Role }): Promise<'granted' | 'unknown'> {
  const nameKey = penNameKey(penName);
  const account = await db.account.findUnique({
    where: { penNameKey: nameKey },
    select: { role: true, staffSince: true },
  });
  const wasStaff = account !== null && account.role !== 'member';
  const since = (wasStaff ? account.staffSince : null) ?? startOfDay(now());
  const { count } = await db.account.updateMany({
    where: { penNameKey: nameKey },
    data: { role, staffSince: role === 'member' ? null : since, epoch: { increment: 1 } },
  });
  return count === 1 ? 'granted' : 'unknown';
}
