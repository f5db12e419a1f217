import { db } from '#app/platform/db.server.ts';
import { createSilentAccount } from '#app/domain/identity/create-silent-account.server.ts';
import { MemberSecret } from '#app/domain/identity/member-secret.server.ts';
import type { AccountId, Member, Role } from '#app/domain/identity/viewer.ts';
import { DEMO_MEMBERS, DEMO_MODERATOR, type DemoMember } from './demo-content.ts';

/** The demonstration members' accounts. Nobody can sign in to them. */
export type DemoCast = {
  /** The account of one who speaks from `perspective` in `language`; `turn` chooses among several. */
  memberFor(perspective: string, language: string, turn: number): AccountId | undefined;
  /** Null where somebody else had that pen name first. */
  moderator: Member | null;
};

/** Finds the demonstration members, or makes those that were never made. A pen name that is somebody's is passed over. */
export async function castDemoMembers(): Promise<DemoCast> {
  const members: (DemoMember & { id: AccountId })[] = [];
  for (const member of DEMO_MEMBERS) {
    const id = await demoAccount(member.penName, 'member');
    if (id !== null) members.push({ ...member, id });
  }
  const moderatorId = await demoAccount(DEMO_MODERATOR, 'moderator');
  return {
    memberFor(perspective, language, turn) {
      const fitting = members.filter((member) => member.perspective === perspective && member.language === language);
      return fitting[turn % fitting.length]?.id;
    },
    moderator: moderatorId === null ? null : asMember(moderatorId, DEMO_MODERATOR, 'moderator'),
  };
}

/** An account with that name is the demonstration's only if nobody can sign in to it: real members have a password. */
async function demoAccount(penName: string, role: Role): Promise<AccountId | null> {
  const made = await createSilentAccount({ penName, role });
  if (made !== null) return made;
  const there = await db.account.findFirst({ where: { penName, role, password: null }, select: { id: true } });
  return there === null ? null : (there.id as AccountId);
}

function asMember(accountId: AccountId, penName: string, role: Role): Member {
  return { kind: 'member', accountId, penName, role, memberSecret: MemberSecret.generate(), sessionKey: 'seed' };
}
