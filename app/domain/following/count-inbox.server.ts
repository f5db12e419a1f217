import type { Member } from '../identity/viewer.ts';
import { inboxCounts } from './inbox-counts.server.ts';
import { countTopicNews } from './topic-news.server.ts';
import { findThreadNews, listWatched } from './watched.server.ts';

/**
 * How many threads of the inbox have something new, worked out once a minute and session at most. Saved searches are not
 * counted: each would be a search.
 */
export async function countInbox(member: Member): Promise<number> {
  const known = inboxCounts.get(member.sessionKey);
  if (known !== undefined) return known;
  const watched = await listWatched(member);
  const [threads, begun] = await Promise.all([
    findThreadNews(member, watched),
    countTopicNews(member, new Set(watched.keys())),
  ]);
  const count = threads.size + begun;
  inboxCounts.set(member.sessionKey, count);
  return count;
}
