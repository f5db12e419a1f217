import { DomainError } from '#app/platform/errors.ts';
import type { Verification } from '../../authorship/verification.server.ts';
import { verifyMember } from '../../authorship/verify-member.server.ts';
import { penNameKey } from '../../identity/pen-name.ts';
import type { Member } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';

export type VerifyResult = { kind: 'done' } | { kind: 'refused'; field: string; fault: string };

/**
 * Marks a member as verified, which answers their request, or with null as so no longer. Nobody does that to themselves.
 *
 * @throws DomainError not-allowed or not-found.
 */
export async function verifyAsStaff(
  member: Member,
  { penName, verification }: { penName: string; verification: Verification | null },
): Promise<VerifyResult> {
  const staff = requireRight(member, 'verifyMembers');
  if (penNameKey(penName) === penNameKey(staff.penName)) {
    return { kind: 'refused', field: 'form', fault: 'faults.ownVerification' };
  }
  const result = await verifyMember({ penName, verification });
  if (result === 'unknown') throw new DomainError('not-found', 'No such member');
  return { kind: 'done' };
}
