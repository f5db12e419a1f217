import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import { findMerged } from '../threads/merged-threads.server.ts';
import { threadSummaries, threadSummarySelect } from '../threads/thread-summary.server.ts';
import type { ThreadSummary } from '../threads/views.ts';
import { listedThreads } from '../threads/visibility.server.ts';
import { readFollowing } from './kept.server.ts';

/** The threads that the member follows, by latest activity, and those that they mute, by title: as long as they may read them. */
export async function listAttention(
  member: Member,
  language: Language,
): Promise<Record<'followed' | 'muted', ThreadSummary[]>> {
  const { followed, muted } = await readFollowing(member);
  const merged = await findMerged([...followed, ...muted]);
  const now = (ids: readonly string[]): Set<string> => new Set(ids.map((id) => merged.get(id) ?? id));
  const [followedNow, mutedNow] = [now(followed), now(muted)];
  const rows = await db.thread.findMany({
    where: { AND: [{ id: { in: [...followedNow, ...mutedNow] } }, listedThreads(member)] },
    select: threadSummarySelect,
  });
  const threads = await threadSummaries(rows, language);
  threads.sort((a, b) => a.title.localeCompare(b.title, language));
  return {
    followed: threads
      .filter(({ id }) => followedNow.has(id))
      .sort((a, b) => b.lastActivityAt.getTime() - a.lastActivityAt.getTime()),
    muted: threads.filter(({ id }) => mutedNow.has(id)),
  };
}
