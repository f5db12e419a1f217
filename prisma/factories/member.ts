import { newId } from '#app/platform/ids.server.ts';
import { db } from '#app/platform/db.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { MemberSecret } from '#app/domain/identity/member-secret.server.ts';
import { penNameKey } from '#app/domain/identity/pen-name.ts';
import type { AccountId, Member, Role } from '#app/domain/identity/viewer.ts';

/** A member who is signed in, without the cost of a password: they could not sign in again. */
export async function makeMember({
  penName = `member-${newId()}`,
  role = 'member',
}: { penName?: string; role?: Role } = {}): Promise<Member> {
  const accountId = newId<AccountId>();
  await db.account.create({
    data: { id: accountId, penName, penNameKey: penNameKey(penName), role, createdMonth: startOfMonth(now()) },
    select: { id: true },
  });
  return { kind: 'member', accountId, penName, role, memberSecret: MemberSecret.generate(), sessionKey: newId() };
}

/** The same person in a later request: what was remembered for the earlier one is not there. */
export function again(member: Member): Member {
  return { ...member };
}
