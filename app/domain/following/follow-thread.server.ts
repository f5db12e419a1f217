import { DomainError } from '#app/platform/errors.ts';
import { db } from '#app/platform/db.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Member, Viewer } from '../identity/viewer.ts';
import { listMergedInto } from '../threads/merged-threads.server.ts';
import { visibleThreads } from '../threads/visibility.server.ts';
import { changeFollowing, readFollowing, withMarks } from './kept.server.ts';

/** As many threads as a vault holds without growing large. */
const MOST_FOLLOWED = 1_000;

/**
 * Follows a thread from its present end on. That stands in the member's vault alone: no row says who follows what.
 *
 * @throws DomainError not-found for a thread the member may not read, conflict when they follow too many.
 */
export async function followThread(member: Member, threadId: string): Promise<void> {
  const mine = (await listMyPersonasInThread(member, threadId)).map(({ id }) => id);
  const thread = await db.thread.findFirst({
    where: { AND: [{ id: threadId }, visibleThreads(member, mine)] },
    select: { lastNumber: true },
  });
  if (!thread) throw new DomainError('not-found', 'No such thread');
  await changeFollowing(member, ({ followed, read }) => {
    if (followed.length >= MOST_FOLLOWED) throw new DomainError('conflict', 'They follow too many threads');
    return {
      followed: [...new Set([...followed, threadId])],
      read: withMarks(read, { [threadId]: Math.max(read[threadId] ?? 0, thread.lastNumber) }),
    };
  });
}

/** Follows it no longer, nor what was merged into it; nothing happens if they did not. */
export async function unfollowThread(member: Member, threadId: string): Promise<void> {
  const ids = new Set([threadId, ...(await listMergedInto(threadId))]);
  await changeFollowing(member, ({ followed, ...rest }) => ({
    ...rest,
    followed: followed.filter((id) => !ids.has(id)),
  }));
}

export async function isFollowing(viewer: Viewer, threadId: string): Promise<boolean> {
  if (viewer.kind === 'guest') return false;
  const { followed } = await readFollowing(viewer);
  if (followed.length === 0 || followed.includes(threadId)) return followed.length > 0;
  return (await listMergedInto(threadId)).some((id) => followed.includes(id));
}
