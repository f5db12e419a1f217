import { now } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { startOfDay } from '#app/platform/times.ts';
import { isLastAmong, lockAdministrators, type RoleRow } from './administrators.server.ts';
import { penNameKey } from './pen-name.ts';
import { secondFactorDue } from './second-factor-duty.ts';
import type { Role } from './viewer.ts';

export type RoleGranted =
  /** With the last day on which the role holds without a second factor, where one is owed. */
  | { kind: 'granted'; secondFactorDue: Date | null }
  | { kind: 'unknown' }
  /** They are the only administrator and would be one no longer: nobody could give roles any more. */
  | { kind: 'last-administrator' };

type Grant = {
  penName: string;
  role: Role;
  /** Looks at who is an administrator, and what the account is, once nobody else can change it; may throw. */
  check?: (locked: { id: string; rows: readonly RoleRow[] }) => void;
};

/**
 * Gives an account a role. Its sessions end, so that the new rights (or their loss) hold everywhere from the next request on. Who
 * becomes staff owes a second factor from that day on (second-factor-duty.ts). The last administrator stays one. It asks nobody's
 * leave: the operator's command calls it, and `moderation/members`, which does ask.
 */
export async function grantRole({ penName, role, check }: Grant): Promise<RoleGranted> {
  return db.$transaction(async (tx) => {
    const found = await tx.account.findUnique({
      where: { penNameKey: penNameKey(penName) },
      select: { id: true },
    });
    if (!found) return { kind: 'unknown' };
    const { id } = found;
    const rows = await lockAdministrators(tx, id);
    check?.({ id, rows });
    if (role !== 'administrator' && isLastAmong(rows, id)) return { kind: 'last-administrator' };
    return setRole(tx, id, role);
  });
}

async function setRole(tx: Transaction, id: string, role: Role): Promise<RoleGranted> {
  const account = await tx.account.findUnique({
    where: { id },
    select: { role: true, staffSince: true, secondFactor: { select: { accountId: true } } },
  });
  if (!account) return { kind: 'unknown' };
  const since = (account.role === 'member' ? null : account.staffSince) ?? startOfDay(now());
  const staffSince = role === 'member' ? null : since;
  await tx.account.update({
    where: { id },
    data: { role, staffSince, epoch: { increment: 1 } },
    select: { id: true },
  });
  const isOwed = staffSince !== null && account.secondFactor === null;
  return { kind: 'granted', secondFactorDue: isOwed ? secondFactorDue(staffSince) : null };
}
