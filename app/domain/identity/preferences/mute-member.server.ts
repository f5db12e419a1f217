import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { penNameKey } from '../pen-name.ts';
import type { Member } from '../viewer.ts';
import { changePreferences, getPreferences } from './preferences.server.ts';

/** As many as a vault holds without growing large. */
const MOST_MUTED = 500;

/**
 * Folds what a pen name wrote for this member, or no longer. Nobody else can tell: it stands in the member's vault alone.
 *
 * @throws DomainError not-found, or conflict for one's own name and when too many are muted.
 */
export async function muteMember(
  member: Member,
  { penName, isMuted }: { penName: string; isMuted: boolean },
): Promise<void> {
  const account = await db.account.findUnique({ where: { penNameKey: penNameKey(penName) }, select: { id: true } });
  if (!account) throw new DomainError('not-found', 'No such member');
  if (account.id === member.accountId) throw new DomainError('conflict', 'Nobody mutes themselves');
  const others = (await getPreferences(member)).mutedMembers.filter((id) => id !== account.id);
  if (isMuted && others.length >= MOST_MUTED) throw new DomainError('conflict', 'They mute too many members');
  await changePreferences(member, { mutedMembers: isMuted ? [...others, account.id] : others });
}

/** The pen names that the member mutes, as they are now; who has left is not among them. */
export async function listMutedMembers(member: Member): Promise<string[]> {
  const { mutedMembers } = await getPreferences(member);
  const rows = await db.account.findMany({ where: { id: { in: mutedMembers } }, select: { penName: true } });
  return rows.map(({ penName }) => penName).sort((a, b) => a.localeCompare(b));
}
