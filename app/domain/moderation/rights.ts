import { DomainError } from '#app/platform/errors.ts';
import type { Member, Role, Staff, Viewer } from '../identity/viewer.ts';
import type { ContentState } from '../threads/views.ts';

/** What must be so for an act to be done; acting on anything else is a conflict. */
export type NeededState =
  | { post: readonly ContentState[] }
  | { thread: 'open' | 'locked' }
  | { pin: 'none' | 'pinned' }
  | { guide: 'in use' | 'retired' }
  | { writer: 'free' | 'barred' }
  | { flag: 'none' | 'raised' }
  | { decider: 'another' | 'oneself' };

type Rule = { by: readonly Role[]; needs?: NeededState };

const ALL = ['member', 'moderator', 'administrator'] as const;
const STAFF = ['moderator', 'administrator'] as const;
const ADMINISTRATORS = ['administrator'] as const;

/**
 * The one table of who may do what to others' things, and to what state of them. What one may do with one's own (write, edit,
 * take back) is the rooms' own business; who sees what is in the `visibility.server.ts` of each.
 */
export const RIGHTS = {
  flagPost: { by: ALL, needs: { flag: 'none' } },
  seeFlags: { by: STAFF },
  hidePost: { by: STAFF, needs: { post: ['published', 'held'] } },
  restorePost: { by: STAFF, needs: { post: ['hidden'] } },
  holdPost: { by: STAFF, needs: { post: ['published'] } },
  approvePost: { by: STAFF, needs: { post: ['held'] } },
  sendBack: { by: STAFF, needs: { post: ['held'] } },
  decideOnEdit: { by: STAFF },
  seeWordRules: { by: STAFF },
  editWordRules: { by: ADMINISTRATORS },
  editAnyPost: { by: STAFF, needs: { post: ['published', 'held', 'hidden'] } },
  redactPost: { by: STAFF, needs: { post: ['published', 'held', 'hidden'] } },
  lockThread: { by: STAFF, needs: { thread: 'open' } },
  unlockThread: { by: STAFF, needs: { thread: 'locked' } },
  moveThread: { by: STAFF },
  mergeThreads: { by: STAFF },
  splitThread: { by: STAFF },
  pinThread: { by: STAFF },
  unpinThread: { by: STAFF, needs: { pin: 'pinned' } },
  markAnswer: { by: STAFF, needs: { post: ['published'] } },
  setClosing: { by: STAFF },
  setContentWarning: { by: STAFF },
  writeGuides: { by: STAFF },
  retireGuide: { by: STAFF, needs: { guide: 'in use' } },
  reinstateGuide: { by: STAFF, needs: { guide: 'retired' } },
  sanctionWriter: { by: STAFF, needs: { writer: 'free' } },
  liftSanction: { by: STAFF, needs: { writer: 'barred' } },
  seeSanctions: { by: STAFF },
  seeQueue: { by: STAFF },
  decideInQueue: { by: STAFF },
  answerAppeal: { by: STAFF, needs: { decider: 'another' } },
  seeStaffLog: { by: STAFF },
  seeMembers: { by: STAFF },
  verifyMembers: { by: STAFF },
  grantRoles: { by: ADMINISTRATORS },
  resetAccounts: { by: ADMINISTRATORS },
  editTopics: { by: ADMINISTRATORS },
  changeSettings: { by: ADMINISTRATORS },
} as const satisfies Record<string, Rule>;

export type Right = keyof typeof RIGHTS;

/** Rights that no plain member has. */
export type StaffRight = {
  [Name in Right]: 'member' extends (typeof RIGHTS)[Name]['by'][number] ? never : Name;
}[Right];

export function may(viewer: Viewer, right: Right): boolean {
  const by: readonly Role[] = RIGHTS[right].by;
  return viewer.kind === 'member' && by.includes(viewer.role);
}

/** The member, known to be staff. @throws DomainError not-allowed for who does not have the right. */
export function requireRight(member: Member, right: StaffRight): Staff;
export function requireRight(member: Member, right: Right): Member;
export function requireRight(member: Member, right: Right): Member {
  if (!may(member, right)) throw new DomainError('not-allowed', `This takes the right to ${right}`);
  return member;
}
