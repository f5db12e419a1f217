import { DomainError } from '#app/platform/errors.ts';
import { grantRole } from '../../identity/grant-role.server.ts';
import { penNameKey } from '../../identity/pen-name.ts';
import type { Member, Role } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';

export type ChangeRoleResult = { kind: 'done' } | { kind: 'refused'; field: string; fault: string };

const refused = (fault: string): ChangeRoleResult => ({ kind: 'refused', field: 'role', fault });

/**
 * Gives a member another role. One's own one can only give up, and the last administrator not even that. `from` is the role that the
 * form showed.
 *
 * @throws DomainError not-allowed, not-found, or conflict when that role, or one's own, has changed meanwhile.
 */
export async function changeRole(
  member: Member,
  { penName, role, from }: { penName: string; role: Role; from: Role },
): Promise<ChangeRoleResult> {
  const staff = requireRight(member, 'grantRoles');
  if (role === from) return refused('faults.roleSame');
  const result = await grantRole({
    penName,
    role,
    check({ id, rows }) {
      const roleOf = (accountId: string) => rows.find((row) => row.id === accountId)?.role;
      if (roleOf(staff.accountId) !== 'administrator')
        throw new DomainError('conflict', 'They are no administrator now');
      if (roleOf(id) !== from) throw new DomainError('conflict', 'Somebody else has just changed this role');
    },
  });
  if (result.kind === 'unknown') throw new DomainError('not-found', 'No such member');
  if (result.kind === 'granted') return { kind: 'done' };
  const isOwn = penNameKey(penName) === penNameKey(staff.penName);
  return refused(isOwn ? 'faults.lastAdministratorSelf' : 'faults.lastAdministrator');
}
