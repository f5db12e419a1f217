import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { penNameKey } from '../../identity/pen-name.ts';
import { changeRole } from './change-role.server.ts';
import { resetMember } from './reset-member.server.ts';
import type { MemberInput, MemberIntent } from './schema.ts';
import { verifyAsStaff } from './verify.server.ts';

export type ActOnMemberResult =
  | { kind: 'done' }
  /** The role that was changed was one's own: all sessions have ended. */
  | { kind: 'stepped-down' }
  | { kind: 'reset'; penName: string; code: string }
  /** Nobody has that pen name (any more): nothing was done. */
  | { kind: 'gone' }
  | { kind: 'refused'; field: string; fault: string };

type Asked = { penName: string; input: MemberInput };

/** Does what a button on the staff's page of a member asks for. @throws DomainError not-allowed or conflict. */
export async function actOnMember(
  member: Member,
  { intent, ...asked }: Asked & { intent: MemberIntent },
): Promise<ActOnMemberResult> {
  try {
    return await ACTS[intent](member, asked);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return { kind: 'gone' };
    throw error;
  }
}

const missing = (field: string, fault: string): ActOnMemberResult => ({ kind: 'refused', field, fault });

const ACTS: Readonly<Record<MemberIntent, (member: Member, asked: Asked) => Promise<ActOnMemberResult>>> = {
  async role(member, { penName, input: { role, from } }) {
    if (role === undefined || from === undefined) return missing('role', 'faults.roleMissing');
    const result = await changeRole(member, { penName, role, from });
    const isOwn = penNameKey(penName) === penNameKey(member.penName);
    return result.kind === 'done' && isOwn ? { kind: 'stepped-down' } : result;
  },

  async verify(member, { penName, input: { profession = '', language } }) {
    if (profession === '') return missing('profession', 'faults.professionMissing');
    if (language === undefined) return missing('language', 'faults.practiceLanguageMissing');
    return verifyAsStaff(member, { penName, verification: { profession, language } });
  },

  async unverify(member, { penName }) {
    return verifyAsStaff(member, { penName, verification: null });
  },

  async reset(member, { penName, input: { confirm = '' } }) {
    return resetMember(member, { penName, confirm });
  },
};
