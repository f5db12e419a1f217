import type { Language } from '#app/i18n/languages.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listMyPersonas } from '../../authorship/ledger.server.ts';
import { changeVault, readVault } from '../../identity/vault.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { dayOf } from '../document.server.ts';
import type { PageHit } from '../views.ts';
import { lookForNews, seenAt } from './look.server.ts';
import { firstDay, requestOf } from './saved-searches.server.ts';
import { SEARCHES, type KeptSearch } from './vault.ts';
import type { SearchNews } from './views.ts';

/** Saved searches that one look runs; the others stand on further pages. */
export const SEARCHES_A_LOOK = 10;
/** News of a search that are shown. */
const SHOWN = 5;

export type NewsPage = { searches: SearchNews[]; page: number; pages: number };

/**
 * What is new in the member's saved searches, those saved last first. Found anew at each look, so nothing stored says what was
 * found for whom. One's own posts are no news.
 */
export async function readSearchNews(
  member: Member,
  { page, language }: { page: number; language: Language },
): Promise<NewsPage> {
  const kept = (await readVault(member, SEARCHES)).searches.toReversed();
  const pages = Math.ceil(kept.length / SEARCHES_A_LOOK);
  const at = Math.min(Math.max(page, 1), Math.max(pages, 1));
  const found: (Omit<SearchNews, 'hits' | 'count' | 'marks'> & { news: PageHit[] })[] = [];
  // One after the other: a look at the inbox is not to keep the whole database busy.
  for (const search of kept.slice((at - 1) * SEARCHES_A_LOOK, at * SEARCHES_A_LOOK)) {
    const request = requestOf(search.query);
    if (!request) continue;
    const hits = await lookForNews(member, request, search.from, language);
    const news = hits.filter(({ threadId, postNumber }) => postNumber > (search.seen[threadId]?.[0] ?? 0));
    found.push({ id: search.id, name: search.name, request, news });
  }
  const own = await findOwn(
    member,
    found.flatMap(({ news }) => news.map(({ postId }) => postId)),
  );
  const searches = found.map(({ news, ...search }): SearchNews => {
    const others = news.filter(({ postId }) => !own.has(postId));
    const marks = marksOf(search.id, others);
    return { ...search, hits: others.slice(0, SHOWN), count: others.length, marks };
  });
  return { searches, page: at, pages };
}

async function findOwn(member: Member, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const personaIds = (await listMyPersonas(member)).map(({ id }) => id);
  const own = await db.post.findMany({
    where: { id: { in: [...ids] }, OR: [{ authorId: member.accountId }, { personaId: { in: personaIds } }] },
    select: { id: true },
  });
  return new Set(own.map(({ id }) => id));
}

/** The longest text of marks: a page of searches with all their news. */
export const LONGEST_MARKS = 30_000;

/** "search:thread.number,thread.number": what a form says was shown, so that only that is marked, and not what came meanwhile. */
function marksOf(id: string, news: readonly PageHit[]): string {
  return `${id}:${news.map(({ threadId, postNumber }) => `${threadId}.${postNumber}`).join(',')}`;
}

const MARKS = /^([a-z2-7]{10,32}):((?:[a-z2-7]{10,32}\.[1-9]\d{0,5}(?:,|$))*)$/;

/** Marks as read what the form has shown: `marks` of several searches, with semicolons between. What is no mark is passed over. */
export async function markSearchesRead(member: Member, marks: string): Promise<void> {
  const shown = new Map<string, KeptSearch['seen']>();
  const today = dayOf(now());
  for (const text of marks.split(';')) {
    const [, id, list = ''] = MARKS.exec(text) ?? [];
    if (id === undefined || list === '') continue;
    const hits = list.split(',').map((mark) => {
      const [threadId = '', number] = mark.split('.');
      return { threadId, postNumber: Number(number) };
    });
    shown.set(id, seenAt(hits, today));
  }
  if (shown.size === 0) return;
  const from = firstDay();
  await changeVault(member, SEARCHES, ({ searches }) => ({
    searches: searches.map((search) => marked(search, shown.get(search.id), from)),
  }));
}

/** What was seen before `from` is no news by its day: it need not be remembered any longer. */
function marked(search: KeptSearch, shown: KeptSearch['seen'] | undefined, from: number): KeptSearch {
  if (!shown) return search;
  const seen: KeptSearch['seen'] = { ...search.seen };
  for (const [threadId, [number, day]] of Object.entries(shown)) {
    seen[threadId] = [Math.max(number, seen[threadId]?.[0] ?? 0), day];
  }
  const needed = Object.entries(seen).filter(([, [, day]]) => day >= from);
  return { ...search, from: Math.max(search.from, from), seen: Object.fromEntries(needed) };
}
