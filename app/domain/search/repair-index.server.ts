import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { indexPosts } from './index-posts.server.ts';
import { meilisearch } from './meilisearch.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';
import { verifyIndex, type Drift } from './verify-index.server.ts';

/** Compares every index with the posts and mends what differs. Gives how many posts did. */
export async function repairIndexes(): Promise<number> {
  const inDatabase = postsOf(await verifyIndex(postgresEngine(db)));
  await indexPosts(inDatabase);
  const engine = meilisearch();
  return inDatabase.length + (engine ? await repairMeilisearch(postsOf(await verifyIndex(engine))) : 0);
}

async function repairMeilisearch(ids: readonly string[]): Promise<number> {
  await db.outbox.createMany({
    data: ids.map((entityId) => ({ id: newId(), entity: 'post', entityId, stage: 'relay' as const })),
  });
  return ids.length;
}

function postsOf({ missing, stale, surplus }: Drift): string[] {
  return [...missing, ...stale, ...surplus];
}
