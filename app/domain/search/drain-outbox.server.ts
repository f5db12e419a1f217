import { indexPosts } from './index-posts.server.ts';
import { meilisearch } from './meilisearch.server.ts';
import { claimRows, deleteRows, postponeRows, postsOf, relayRows, whileClaimed } from './outbox-rows.server.ts';

/**
 * Brings the index in the database up to date: works through the outbox until nothing is left that may be taken now. Several
 * processes may do so at once. Where there is a Meilisearch, its index hears of it next.
 *
 * @throws what the database threw; the rows at hand are tried again later.
 */
export async function drainOutbox(): Promise<void> {
  for (let rows = await claimRows('index'); rows.length > 0; rows = await claimRows('index')) {
    try {
      await whileClaimed(rows, async () => indexPosts(await postsOf(rows)));
    } catch (error) {
      await postponeRows(rows);
      throw error;
    }
    await (meilisearch() ? relayRows(rows) : deleteRows(rows));
  }
}
