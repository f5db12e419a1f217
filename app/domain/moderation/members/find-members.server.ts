import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Verification } from '../../authorship/verification.server.ts';
import { penNameKey } from '../../identity/pen-name.ts';
import type { Member, Role } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';

/** Members that a search gives at most. */
export const MOST_FOUND = 20;

/** What staff know of an account. Nothing here comes from what its member writes. */
export type StaffMemberView = {
  penName: string;
  role: Role;
  joined: Date;
  /** The month in which staff last let them in anew; what they wrote anonymously before is nobody's since. */
  reset: Date | null;
  verified: Verification | null;
};

const select = {
  penName: true,
  role: true,
  createdMonth: true,
  resetMonth: true,
  verifiedProfession: true,
  verifiedLanguage: true,
} as const;

type Row = {
  penName: string;
  role: Role;
  createdMonth: Date;
  resetMonth: Date | null;
  verifiedProfession: string | null;
  verifiedLanguage: Verification['language'] | null;
};

/**
 * Members whose pen name begins with `name`, in whatever case, and whether there are more of them; without a name: the staff.
 *
 * @throws DomainError not-allowed.
 */
export async function findMembers(
  member: Member,
  name: string,
): Promise<{ members: StaffMemberView[]; isCut: boolean }> {
  requireRight(member, 'seeMembers');
  const key = penNameKey(name.trim());
  if (key === '') {
    const staff = await db.account.findMany({
      where: { role: { not: 'member' } },
      orderBy: [{ role: 'desc' }, { penNameKey: 'asc' }],
      select,
    });
    return { members: staff.map(view), isCut: false };
  }
  const rows = await db.account.findMany({
    where: { penNameKey: { startsWith: escapeLike(key) } },
    orderBy: { penNameKey: 'asc' },
    take: MOST_FOUND + 1,
    select,
  });
  return { members: rows.slice(0, MOST_FOUND).map(view), isCut: rows.length > MOST_FOUND };
}

/** With their request to be verified, if there is one: the item of the queue where it waits, or null and why it was refused. */
export type MemberForStaff = StaffMemberView & {
  isMe: boolean;
  request: { itemId: string | null; reason: string } | null;
};

/** One account as staff see it. @throws DomainError not-allowed or not-found. */
export async function getMemberForStaff(member: Member, penName: string): Promise<MemberForStaff> {
  requireRight(member, 'seeMembers');
  const row = await db.account.findUnique({
    where: { penNameKey: penNameKey(penName) },
    select: {
      ...select,
      id: true,
      verification: { select: { text: true, item: { select: { id: true } } } },
    },
  });
  if (!row) throw new DomainError('not-found', 'No such member');
  const { verification } = row;
  return {
    ...view(row),
    isMe: row.id === member.accountId,
    request: verification && { itemId: verification.item?.id ?? null, reason: verification.text },
  };
}

function view(row: Row): StaffMemberView {
  const { penName, role, createdMonth, resetMonth, verifiedProfession: profession, verifiedLanguage: language } = row;
  const verified = profession === null || language === null ? null : { profession, language };
  return { penName, role, joined: createdMonth, reset: resetMonth, verified };
}

/** Prisma hands `%` and `_` on as wildcards; pen names may have the latter. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
