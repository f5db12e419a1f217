import { askEngine } from './ask-engine.server.ts';
import type { NotYetUnindexed } from './not-yet-unindexed.server.ts';
import type { SearchRequest } from './schema.ts';
import { engineQuery, sinceDay } from './search-threads.server.ts';

/** How many threads (posts, inside a thread) a request would find. `without`: what is not to be counted any more. */
export async function countHits(request: SearchRequest, without: NotYetUnindexed): Promise<number> {
  const [count] = await countHitsSince(request, [request.since], without);
  return count ?? 0;
}

/** The same for the request with each of these in the place of its `since`, in their order. */
export async function countHitsSince(
  request: SearchRequest,
  since: readonly SearchRequest['since'][],
  without: NotYetUnindexed,
): Promise<number[]> {
  const query = engineQuery({ ...request, page: 1, limit: 1 }, without);
  return (await askEngine((one) => one.count(query, since.map(sinceDay)))).answer;
}
