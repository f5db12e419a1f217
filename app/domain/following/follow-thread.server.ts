import { DomainError } from '#app/platform/errors.ts';
import { db } from '#app/platform/db.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Member } from '../identity/viewer.ts';
import { listMergedInto } from '../threads/merged-threads.server.ts';
import { visibleThreads } from '../threads/visibility.server.ts';
import { changeFollowing, readFollowing, withMarks } from './kept.server.ts';
import { stopMail } from './mail/stop-mail.server.ts';
import type { Following } from './vaults.ts';

/** As many threads as a vault holds without growing large, followed and muted each. */
const MOST_THREADS = 1_000;

/** What a member wants to hear of a thread beyond what follows from having written there. */
export type Attention = 'none' | 'followed' | 'muted';

/**
 * Follows a thread from its present end on. That stands in the member's vault alone: no row says who follows what.
 *
 * @throws DomainError not-found for a thread the member may not read, conflict when they follow too many.
 */
export function followThread(member: Member, threadId: string): Promise<void> {
  return attendTo(member, threadId, 'followed');
}

/**
 * Keeps a thread out of the member's inbox, though they wrote there; whoever followed it stops to.
 *
 * @throws as `followThread` does.
 */
export function muteThread(member: Member, threadId: string): Promise<void> {
  return attendTo(member, threadId, 'muted');
}

async function attendTo(member: Member, threadId: string, how: Exclude<Attention, 'none'>): Promise<void> {
  const mine = (await listMyPersonasInThread(member, threadId)).map(({ id }) => id);
  const thread = await db.thread.findFirst({
    where: { AND: [{ id: threadId }, visibleThreads(member, mine)] },
    select: { lastNumber: true },
  });
  if (!thread) throw new DomainError('not-found', 'No such thread');
  const ids = await withMerged(threadId);
  await changeFollowing(member, (kept) => {
    const others = without(kept, ids);
    if (others[how].length >= MOST_THREADS) throw new DomainError('conflict', 'Too many threads');
    const read = withMarks(kept.read, { [threadId]: Math.max(kept.read[threadId] ?? 0, thread.lastNumber) });
    return { ...others, [how]: [...others[how], threadId], read };
  });
  if (how === 'muted') await stopMail(member, ids);
}

/** Neither follows nor mutes it any longer, nor what was merged into it, nor is written to about it; nothing happens if they did not. */
export async function leaveAlone(member: Member, threadId: string): Promise<void> {
  const ids = await withMerged(threadId);
  await changeFollowing(member, (kept) => without(kept, ids));
  await stopMail(member, ids);
}

/**
 * Whether the member follows the thread, or mutes it.
 *
 * @param mergedFrom the threads that were merged into it, where they have just been read.
 */
export async function attentionTo(
  member: Member,
  threadId: string,
  mergedFrom?: readonly string[],
): Promise<Attention> {
  const { followed, muted } = await readFollowing(member);
  if (followed.length + muted.length === 0) return 'none';
  const ids = await withMerged(threadId, mergedFrom);
  if (muted.some((id) => ids.has(id))) return 'muted';
  return followed.some((id) => ids.has(id)) ? 'followed' : 'none';
}

async function withMerged(threadId: string, mergedFrom?: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set([threadId, ...(mergedFrom ?? (await listMergedInto(threadId)))]);
}

function without({ followed, muted, ...rest }: Following, ids: ReadonlySet<string>): Following {
  return { ...rest, followed: followed.filter((id) => !ids.has(id)), muted: muted.filter((id) => !ids.has(id)) };
}
