import type { MemberSecret } from './member-secret.server.ts';

export type AccountId = string & { readonly __brand: 'AccountId' };

export const ROLES = ['member', 'moderator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. The first parameter of every domain function that reads or writes for somebody. */
export type Viewer = Guest | Member;

export type Guest = { readonly kind: 'guest' };

/** Somebody signed in. Lives as long as their request does; `memberSecret` refuses to be serialised. */
export type Member = {
  readonly kind: 'member';
  readonly accountId: AccountId;
  readonly penName: string;
  /** The role that holds now: staff whose second factor is overdue are members until they have one. */
  readonly role: Role;
  /** The role that rests until then. */
  readonly roleOnHold?: Role | null;
  /** The last day on which the role holds without a second factor; null when none is owed. */
  readonly secondFactorDue?: Date | null;
  readonly memberSecret: MemberSecret;
  /** The hash of their session token in base64url, for what is kept per session in memory. */
  readonly sessionKey: string;
};

export const GUEST: Guest = { kind: 'guest' };

export type Staff = Member & { readonly role: Exclude<Role, 'member'> };

/** Whether the viewer acts as staff: moderators and administrators both moderate. */
export function isStaff(viewer: Viewer): viewer is Staff {
  return viewer.kind === 'member' && viewer.role !== 'member';
}
