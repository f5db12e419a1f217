import { changeVault, readVault } from '../identity/vault.server.ts';
import type { Member } from '../identity/viewer.ts';
import { inboxCounts } from './inbox-counts.server.ts';
import { FOLLOWING, type Following } from './vaults.ts';

/** As many read marks as a vault holds without growing large. */
export const MOST_MARKS = 1_500;

/** What the member follows, mutes and has read: opened once a request. */
export function readFollowing(member: Member): Promise<Following> {
  const known = ofRequest.get(member);
  if (known) return known;
  const read = readVault(member, FOLLOWING);
  ofRequest.set(member, read);
  return read;
}

/**
 * Puts `change(what was there)` into its vault, after which the member's inbox is counted anew. Too many marks lose the ones set
 * longest ago, those of followed threads last.
 */
export async function changeFollowing(member: Member, change: (kept: Following) => Following): Promise<void> {
  ofRequest.delete(member);
  await changeVault(member, FOLLOWING, (kept) => boundMarks(change(kept)));
  inboxCounts.delete(member.sessionKey);
}

/** Up to which number each of these threads is read, the marks that are new last: the order says which are the oldest. */
export function withMarks(read: Following['read'], marks: Following['read']): Following['read'] {
  const others = Object.entries(read).filter(([id]) => !(id in marks));
  return Object.fromEntries([...others, ...Object.entries(marks)]);
}

function boundMarks({ read, ...rest }: Following): Following {
  const marks = Object.entries(read);
  if (marks.length <= MOST_MARKS) return { ...rest, read };
  const isFollowed = new Set(rest.followed);
  const droppable = marks.filter(([id]) => !isFollowed.has(id)).slice(0, marks.length - MOST_MARKS);
  const dropped = new Set(droppable.map(([id]) => id));
  return { ...rest, read: Object.fromEntries(marks.filter(([id]) => !dropped.has(id))) };
}

/** A member object lives as long as its request. */
const ofRequest = new WeakMap<Member, Promise<Following>>();
