import { askEngine } from './ask-engine.server.ts';
import type { NotYetUnindexed } from './not-yet-unindexed.server.ts';
import type { SearchRequest } from './schema.ts';
import { engineQuery } from './search-threads.server.ts';

/** How many threads (posts, inside a thread) a request would find. `without`: what is not to be counted any more. */
export async function countHits(request: SearchRequest, without: NotYetUnindexed): Promise<number> {
  const query = engineQuery({ ...request, page: 1, limit: 1 }, without);
  return (await askEngine((one) => one.count(query))).answer;
}
