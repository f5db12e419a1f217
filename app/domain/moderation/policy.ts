import { DomainError } from '#app/platform/errors.ts';
import { isStaff, type Member, type Staff } from '../identity/viewer.ts';

/** @throws DomainError not-allowed unless the member is staff. */
export function requireStaff(member: Member): Staff {
  if (!isStaff(member)) throw new DomainError('not-allowed', 'Only moderators may do this');
  return member;
}

/** @throws DomainError not-allowed unless the member is an administrator. */
export function requireAdministrator(member: Member): Staff {
  if (!isStaff(member) || member.role !== 'administrator') {
    throw new DomainError('not-allowed', 'Only administrators may do this');
  }
  return member;
}
