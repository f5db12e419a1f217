import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { penNameKey } from './pen-name.ts';
import { secondFactorDue, startOfDay } from './second-factor-duty.ts';
import type { Role } from './viewer.ts';

export type RoleGranted =
  /** With the last day on which the role holds without a second factor, where one is owed. */
  { kind: 'granted'; secondFactorDue: Date | null } | { kind: 'unknown' };

/**
 * Gives an account a role. Its sessions end, so that the new rights (or their loss) hold everywhere from the next request on. Who
 * becomes staff owes a second factor from that day on (second-factor-duty.ts). For the operator's command: it asks nobody's leave.
 */
export async function grantRole({ penName, role }: { penName: string; role: Role }): Promise<RoleGranted> {
  const account = await db.account.findUnique({
    where: { penNameKey: penNameKey(penName) },
    select: { id: true, role: true, staffSince: true, secondFactor: { select: { accountId: true } } },
  });
  if (!account) return { kind: 'unknown' };
  const since = (account.role === 'member' ? null : account.staffSince) ?? startOfDay(now());
  const staffSince = role === 'member' ? null : since;
  const { count } = await db.account.updateMany({
    where: { id: account.id },
    data: { role, staffSince, epoch: { increment: 1 } },
  });
  if (count === 0) return { kind: 'unknown' };
  const isOwed = staffSince !== null && account.secondFactor === null;
  return { kind: 'granted', secondFactorDue: isOwed ? secondFactorDue(staffSince) : null };
}
