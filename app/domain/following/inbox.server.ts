import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import type { Member } from '../identity/viewer.ts';
import { findFormerlyRead, findMerged } from '../threads/merged-threads.server.ts';
import { threadSummaries, threadSummarySelect } from '../threads/thread-summary.server.ts';
import type { ThreadSummary } from '../threads/views.ts';
import { countNews, type News } from './count-news.server.ts';
import { changeFollowing, readFollowing, withMarks } from './kept.server.ts';
import type { Following } from './vaults.ts';

/** How many threads, those with the latest activity first, an inbox looks at. */
const LOOKED_AT = 200;

export type InboxItem = News & {
  thread: ThreadSummary;
  /** Why it is here: the alias under which the member wrote there, or the pen name, or because they follow it. */
  because: { kind: 'persona'; alias: string } | { kind: 'pen' } | { kind: 'followed' };
};

/** A thread of the inbox: as whom the member wrote there, if at all, and up to which number they know it. */
type Watched = { threadId: string; because: InboxItem['because']; readTo: number };

/**
 * What is new where the member wrote, under whatever name, and in the threads they follow. Computed from the posts at each look:
 * nothing was ever sent to anybody, so nothing stored says whom it concerns.
 */
export async function readInbox(member: Member, { language }: { language: Language }): Promise<InboxItem[]> {
  const watched = await listWatched(member);
  if (watched.size === 0) return [];
  const personaIds = (await listMyPersonas(member)).map(({ id }) => id);
  const rows = await db.thread.findMany({
    where: { id: { in: [...watched.keys()] } },
    orderBy: [{ lastActivityAt: 'desc' }, { id: 'asc' }],
    take: LOOKED_AT,
    select: { ...threadSummarySelect, lastNumber: true },
  });
  const moved = rows.filter((row) => row.lastNumber > (watched.get(row.id)?.readTo ?? 0));
  if (moved.length === 0) return [];
  const readTo = new Map(moved.map(({ id }) => [id, watched.get(id)?.readTo ?? 0]));
  const newsOf = await countNews(member, { personaIds, readTo });
  return (await threadSummaries(moved, language)).flatMap((thread) => {
    const news = newsOf.get(thread.id);
    const because = watched.get(thread.id)?.because;
    return news && because ? [{ thread, because, ...news }] : [];
  });
}

/** Marks everything up to now as read, or one thread alone. */
export async function markAsRead(member: Member, threadId: string | null): Promise<void> {
  const watched = await listWatched(member);
  const ids = threadId === null ? [...watched.keys()] : [threadId].filter((id) => watched.has(id));
  const threads = await db.thread.findMany({ where: { id: { in: ids } }, select: { id: true, lastNumber: true } });
  const marks = Object.fromEntries(threads.map(({ id, lastNumber }) => [id, lastNumber]));
  await changeFollowing(member, ({ followed, read }) => ({ followed, read: withMarks(read, marks) }));
}

/** The threads the member wrote in or follows, by id. One's own posts count as read with all that stood before them. */
async function listWatched(member: Member): Promise<Map<string, Watched>> {
  const [kept, personas] = await Promise.all([readFollowing(member), listMyPersonas(member)]);
  const { followed, read } = await afterMerges(kept);
  const aliasOf = new Map<string, string>(personas.map(({ id, alias }) => [id, alias]));
  const own = await db.post.groupBy({
    by: ['threadId', 'personaId'],
    where: { OR: [{ authorId: member.accountId }, { personaId: { in: [...aliasOf.keys()] } }] },
    _max: { number: true },
  });
  const watched = new Map<string, Watched>();
  for (const threadId of followed) {
    watched.set(threadId, { threadId, because: { kind: 'followed' }, readTo: read[threadId] ?? 0 });
  }
  for (const { threadId, personaId, _max } of own) {
    const before = watched.get(threadId);
    const alias = personaId === null ? undefined : aliasOf.get(personaId);
    const because: Watched['because'] = alias === undefined ? { kind: 'pen' } : { kind: 'persona', alias };
    watched.set(threadId, {
      threadId,
      because: before?.because.kind === 'persona' ? before.because : because,
      readTo: Math.max(before?.readTo ?? 0, read[threadId] ?? 0, _max.number ?? 0),
    });
  }
  return watched;
}

/** What one follows and has read, with threads that were merged away under the ones that they lead to. The vault stays as it is. */
async function afterMerges(kept: Following): Promise<Following> {
  const merged = await findMerged([...new Set([...kept.followed, ...Object.keys(kept.read)])]);
  const read = { ...kept.read };
  for (const [id, into] of merged) {
    const { start, readTo } = await findFormerlyRead({ id, into, read: kept.read[id] ?? 0 });
    const known = read[into];
    // Who has not read all that stood there before goes on from where they are.
    if (known === undefined || known >= start) read[into] = Math.max(known ?? 0, readTo);
  }
  return { followed: [...new Set(kept.followed.map((id) => merged.get(id) ?? id))], read };
}
