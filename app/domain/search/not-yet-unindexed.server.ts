import type { Prisma } from '#prisma/client.ts';
import type { SearchEngine } from '#search/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { readyMeilisearch } from './meilisearch.server.ts';

/** Changes that are left out one by one; with more of them waiting nothing can be said. */
const MOST_CHANGES = 500;

/** What an index may still hold in a form that nobody may find any more. */
export type NotYetUnindexed = { posts: string[]; threads: string[] };

/**
 * The posts and threads that changed, while the index of `engine` (the one that is asked now) may still know them as they were: hidden since, or with
 * words that were redacted. Null when too many changes wait to name them.
 */
export async function notYetUnindexed(engine = engineNow()): Promise<NotYetUnindexed | null> {
  const waiting = await db.outbox.findMany({
    where: waitingChanges(engine),
    distinct: ['entity', 'entityId'],
    select: { entity: true, entityId: true },
    take: MOST_CHANGES + 1,
  });
  if (waiting.length > MOST_CHANGES) return null;
  const named = (entity: string) => waiting.filter((row) => row.entity === entity).map((row) => row.entityId);
  return { posts: named('post'), threads: named('thread') };
}

/** Whether any change has yet to reach the index that is asked now: then nothing is to be told of its words as such. */
export async function isAnyChangeWaiting(): Promise<boolean> {
  return (await db.outbox.findFirst({ where: waitingChanges(engineNow()), select: { id: true } })) !== null;
}

/** Which of these posts changed and are not yet in the index of `engine` as they are. */
export async function areWaiting(
  posts: readonly { id: string; threadId: string }[],
  engine: Engine,
): Promise<ReadonlySet<string>> {
  const named = await db.outbox.findMany({
    where: { ...waitingChanges(engine), entityId: { in: posts.flatMap(({ id, threadId }) => [id, threadId]) } },
    select: { entityId: true },
  });
  const waiting = new Set(named.map(({ entityId }) => entityId));
  return new Set(posts.filter(({ id, threadId }) => waiting.has(id) || waiting.has(threadId)).map(({ id }) => id));
}

/** Which of these threads have a post, or a title, that is not yet in the index that is asked now as it is. */
export async function withWaitingChanges(threadIds: readonly string[]): Promise<ReadonlySet<string>> {
  const waiting = await notYetUnindexed();
  if (waiting === null) return new Set(threadIds);
  const ofPosts = await threadsOf(waiting.posts, threadIds);
  return new Set([...ofPosts, ...waiting.threads]);
}

async function threadsOf(posts: string[], threadIds: readonly string[]): Promise<string[]> {
  if (posts.length === 0 || threadIds.length === 0) return [];
  const where = { id: { in: posts }, threadId: { in: [...threadIds] } };
  const rows = await db.post.findMany({ where, distinct: ['threadId'], select: { threadId: true } });
  return rows.map(({ threadId }) => threadId);
}

type Engine = SearchEngine['name'];

function engineNow(): Engine {
  return readyMeilisearch() ? 'meilisearch' : 'postgres';
}

/** The index in the database hears of everything first; Meilisearch only of what went on from there. */
function waitingChanges(engine: Engine): Prisma.OutboxWhereInput {
  return engine === 'meilisearch' ? {} : { stage: 'index' };
}
