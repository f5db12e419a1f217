import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { rebuildMeilisearch } from './rebuild-meilisearch.server.ts';
import { relayOutbox } from './relay-outbox.server.ts';
import { currentSearchSettings } from './search-settings.server.ts';

/**
 * Has a new Meilisearch index, by the settings as they are, take the place of the old one, with all that it has yet to hear of.
 * Nothing of what was removed is in its files then: compaction copies the branches of an index's trees as they are, and those
 * may be named after words that were removed. `onProgress` hears how many posts are done. Gives their number.
 *
 * @throws DomainError conflict while another rebuild goes on; EngineUnavailable, and the old index stays.
 */
export async function renewMeilisearch(
  engine: MeilisearchEngine,
  onProgress?: (done: number) => void,
): Promise<number> {
  await engine.prepare();
  await engine.apply(currentSearchSettings());
  const posts = await rebuildMeilisearch(engine, onProgress);
  await relayOutbox(engine);
  await engine.pruneTasks();
  return posts;
}
