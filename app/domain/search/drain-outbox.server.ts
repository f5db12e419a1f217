import { indexPosts } from './index-posts.server.ts';
import { meilisearch } from './meilisearch.server.ts';
import {
  CLAIMED,
  claimRows,
  deleteRows,
  postponeRows,
  postsOf,
  relayRows,
  whileClaimed,
  type OutboxRow,
} from './outbox-rows.server.ts';

/**
 * Brings the index in the database up to date: works through the outbox until all is done that was there at the beginning and may be taken now.
 * What comes meanwhile is left to be gathered for the next time. Several processes may do so at once. Where there is a Meilisearch, its index
 * hears of it next.
 *
 * @throws what the database threw; the rows at hand are tried again later.
 */
export async function drainOutbox(): Promise<void> {
  let rows: OutboxRow[];
  do {
    rows = await claimRows('index');
    if (rows.length === 0) return;
    await index(rows);
  } while (rows.length === CLAIMED);
}

async function index(rows: readonly OutboxRow[]): Promise<void> {
  try {
    await whileClaimed(rows, async () => indexPosts(await postsOf(rows)));
  } catch (error) {
    await postponeRows(rows);
    throw error;
  }
  await (meilisearch() ? relayRows(rows) : deleteRows(rows));
}
