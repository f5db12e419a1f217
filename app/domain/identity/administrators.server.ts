import { db, type Transaction } from '#app/platform/db.server.ts';
import type { AccountId, Role } from './viewer.ts';

export type RoleRow = { id: AccountId; role: Role };

/**
 * Holds the rows of all administrators, and that of the account `id`, until the transaction ends. Always in one order: whoever
 * changes a role waits for whoever began before, and finds what that one left.
 */
export async function lockAdministrators(tx: Transaction, id: string): Promise<RoleRow[]> {
  return tx.$queryRaw<RoleRow[]>`
    SELECT id, role::text FROM accounts WHERE role = 'administrator' OR id = ${id} ORDER BY id FOR UPDATE`;
}

/** Whether nobody would be left who can give roles, if `id` no longer were what the locked rows say. */
export function isLastAmong(rows: readonly RoleRow[], id: string): boolean {
  const administrators = rows.filter(({ role }) => role === 'administrator');
  return administrators.length === 1 && administrators[0]?.id === id;
}

/** Whether this is the only administrator. Until another is made they keep their role and their account. */
export async function isLastAdministrator({ accountId }: { accountId: string }): Promise<boolean> {
  const administrators = await db.account.findMany({
    where: { role: 'administrator' },
    take: 2,
    select: { id: true },
  });
  return administrators.length === 1 && administrators[0]?.id === accountId;
}

/**
 * Takes the role from who leaves for good, before anything of theirs goes: of two administrators who leave at once, one stays.
 *
 * @returns false for the last administrator: nothing is done then.
 */
export function stepDownToLeave({ accountId }: { accountId: string }): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const rows = await lockAdministrators(tx, accountId);
    if (isLastAmong(rows, accountId)) return false;
    await tx.account.updateMany({
      where: { id: accountId, role: { not: 'member' } },
      data: { role: 'member', staffSince: null, epoch: { increment: 1 } },
    });
    return true;
  });
}
