import type { Language } from '#app/i18n/languages.ts';
import { DAY_MS } from '#app/platform/times.ts';
import type { Member } from '../../identity/viewer.ts';
import type { SearchRequest } from '../schema.ts';
import { searchThreads, sinceDay } from '../search-threads.server.ts';
import type { PageHit } from '../views.ts';
import type { KeptSearch } from './vault.ts';
import { MOST_NEWS } from './views.ts';

/** What a search finds of posts since the day `from`, newest first, with all its words: what fits only half is no news. */
export async function lookForNews(
  member: Member,
  request: SearchRequest,
  from: number,
  language: Language = 'en',
): Promise<PageHit[]> {
  const since = new Date(Math.max(from, sinceDay(request.since) ?? 0) * DAY_MS).toISOString().slice(0, 10);
  // A space ends the last word, which otherwise might be the beginning of any other.
  const asked = {
    ...request,
    q: `${request.q} `,
    since,
    sort: 'newest',
    page: 1,
    limit: MOST_NEWS,
    allWords: true,
  } as const;
  return (await searchThreads(member, asked, language)).hits;
}

/** These hits as a saved search remembers that they are no news any more. */
export function seenAt(hits: readonly { threadId: string; postNumber: number }[], day: number): KeptSearch['seen'] {
  const seen: KeptSearch['seen'] = {};
  for (const { threadId, postNumber } of hits) {
    seen[threadId] = [Math.max(postNumber, seen[threadId]?.[0] ?? 0), day];
  }
  return seen;
}
