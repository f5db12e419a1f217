import { meilisearch } from './meilisearch.server.ts';
import { relayOutbox } from './relay-outbox.server.ts';

/**
 * Tells Meilisearch all that it has yet to hear of, and has its files written anew without what is no longer in the index. The
 * other index is in the database's own files. Gives whether there is a Meilisearch.
 *
 * @throws EngineUnavailable when it does not answer.
 */
export async function compactIndexes(): Promise<boolean> {
  const engine = meilisearch();
  if (!engine) return false;
  await relayOutbox(engine);
  await engine.compact();
  await engine.pruneTasks();
  return true;
}
