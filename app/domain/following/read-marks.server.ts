import { db } from '#app/platform/db.server.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import { getPreferences } from '../identity/preferences/preferences.server.ts';
import type { Member, Viewer } from '../identity/viewer.ts';
import { countNews, type News } from './count-news.server.ts';
import { changeFollowing, readFollowing, withMarks } from './kept.server.ts';

/** How far a member has read a thread, and what is new past that: null where nothing is, or they have no mark there. */
export type ReadMark = { readTo: number; unread: News | null };

/**
 * Remembers that the member has read a thread up to a post, in their vault alone. A mark never goes back; nothing is written
 * where it stays as it is, nor for who does not want marks. The caller has seen that they may read the thread.
 *
 * @param number of a post; one past the thread's end counts as its end.
 */
export async function markReadTo(
  member: Member,
  { threadId, number }: { threadId: string; number: number },
): Promise<void> {
  if (!(await getPreferences(member)).readMarks) return;
  const { lastNumber } = await db.thread.findUniqueOrThrow({ where: { id: threadId }, select: { lastNumber: true } });
  const readTo = Math.min(number, lastNumber);
  if (readTo <= ((await readFollowing(member)).read[threadId] ?? 0)) return;
  await changeFollowing(member, ({ read, ...rest }) => ({
    ...rest,
    read: withMarks(read, { [threadId]: Math.max(readTo, read[threadId] ?? 0) }),
  }));
}

/** How far the member has read this thread; null for guests and for who does not want marks. */
export async function findReadMark(viewer: Viewer, threadId: string): Promise<ReadMark | null> {
  if (viewer.kind === 'guest' || !(await getPreferences(viewer)).readMarks) return null;
  const readTo = (await readFollowing(viewer)).read[threadId] ?? 0;
  return { readTo, unread: (await findUnread(viewer, [threadId]))[threadId] ?? null };
}

/**
 * What is new in those of these threads that the viewer has read before, by thread. Threads that they never read are not
 * among them: all of those would be new, which says nothing. Guests have none.
 */
export async function findUnread(viewer: Viewer, threadIds: readonly string[]): Promise<Record<string, News>> {
  if (viewer.kind === 'guest' || !(await getPreferences(viewer)).readMarks) return {};
  const { read } = await readFollowing(viewer);
  const readTo = new Map(
    threadIds.flatMap((id) => {
      const number = read[id];
      return number === undefined ? [] : [[id, number] as const];
    }),
  );
  if (readTo.size === 0) return {};
  const personaIds = (await listMyPersonas(viewer)).map(({ id }) => id);
  return Object.fromEntries(await countNews(viewer, { personaIds, readTo }));
}
