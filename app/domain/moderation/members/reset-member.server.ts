import { DomainError } from '#app/platform/errors.ts';
import { penNameKey } from '../../identity/pen-name.ts';
import { resetAccount } from '../../identity/reset-account.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';

export type ResetMemberResult =
  { kind: 'reset'; penName: string; code: string } | { kind: 'refused'; field: string; fault: string };

/**
 * Lets a member in anew who has neither password nor code; `confirm` is the pen name once more. What is lost stands at
 * `resetAccount`. Not for oneself: who is signed in has what they would lose.
 *
 * @throws DomainError not-allowed or not-found.
 */
export async function resetMember(
  member: Member,
  { penName, confirm }: { penName: string; confirm: string },
): Promise<ResetMemberResult> {
  const staff = requireRight(member, 'resetAccounts');
  if (penNameKey(penName) === penNameKey(staff.penName)) {
    return { kind: 'refused', field: 'form', fault: 'faults.ownReset' };
  }
  if (penNameKey(confirm) !== penNameKey(penName)) {
    return { kind: 'refused', field: 'confirm', fault: 'faults.penNameNotSame' };
  }
  const result = await resetAccount({ penName });
  if (result.kind === 'unknown') throw new DomainError('not-found', 'No such member');
  return result;
}
