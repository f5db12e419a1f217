import { db } from '#app/platform/db.server.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import type { Member } from '../identity/viewer.ts';
import { findFormerlyRead, findMerged } from '../threads/merged-threads.server.ts';
import { countNews, type News } from './count-news.server.ts';
import { readFollowing } from './kept.server.ts';
import type { Following } from './vaults.ts';

/** How many threads, those with the latest activity first, an inbox looks at. */
const LOOKED_AT = 200;

/** A thread of the inbox: as whom the member wrote there, if at all, and up to which number they know it. */
export type Watched = {
  threadId: string;
  /** Why it is here: the alias under which the member wrote there, or the pen name, or because they follow it. */
  because: { kind: 'persona'; alias: string } | { kind: 'pen' } | { kind: 'followed' };
  readTo: number;
};

/** A thread of the inbox with what is new in it. */
export type ThreadNews = News & { watched: Watched };

/** The threads the member wrote in or follows, and does not mute, by id. One's own posts count as read with all that stood before them. */
export async function listWatched(member: Member): Promise<Map<string, Watched>> {
  const [kept, personas] = await Promise.all([readFollowing(member), listMyPersonas(member)]);
  const { followed, muted, read } = await afterMerges(kept);
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
  for (const threadId of muted) watched.delete(threadId);
  return watched;
}

/** What is new in the watched threads, those with the latest activity first. Computed from the posts at each look. */
export async function findThreadNews(
  member: Member,
  watched: ReadonlyMap<string, Watched>,
): Promise<Map<string, ThreadNews>> {
  if (watched.size === 0) return new Map();
  const personaIds = (await listMyPersonas(member)).map(({ id }) => id);
  const rows = await db.thread.findMany({
    where: { id: { in: [...watched.keys()] } },
    orderBy: [{ lastActivityAt: 'desc' }, { id: 'asc' }],
    take: LOOKED_AT,
    select: { id: true, lastNumber: true },
  });
  const moved = rows.flatMap(({ id, lastNumber }) => {
    const known = watched.get(id);
    return known && lastNumber > known.readTo ? [known] : [];
  });
  const readTo = new Map(moved.map((known) => [known.threadId, known.readTo]));
  const newsOf = await countNews(member, { personaIds, readTo });
  return new Map(
    moved.flatMap((known) => {
      const news = newsOf.get(known.threadId);
      return news ? [[known.threadId, { watched: known, ...news }] as const] : [];
    }),
  );
}

/** What one follows, mutes and has read, with threads that were merged away under the ones that they lead to. The vault stays as it is. */
async function afterMerges(kept: Following): Promise<Following> {
  const merged = await findMerged([...new Set([...kept.followed, ...kept.muted, ...Object.keys(kept.read)])]);
  const read = { ...kept.read };
  for (const [id, into] of merged) {
    const { start, readTo } = await findFormerlyRead({ id, into, read: kept.read[id] ?? 0 });
    const known = read[into];
    // Who has not read all that stood there before goes on from where they are.
    if (known === undefined || known >= start) read[into] = Math.max(known ?? 0, readTo);
  }
  const now = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => merged.get(id) ?? id))];
  return { ...kept, followed: now(kept.followed), muted: now(kept.muted), read };
}
