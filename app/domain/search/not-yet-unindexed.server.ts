import { db } from '#app/platform/db.server.ts';
import { indexedPosts } from './document.server.ts';

/** Changes that are looked through; with more of them waiting nothing can be said. */
const MOST_CHANGES = 500;

/** What an index may still hold though not everybody may read it any more. */
export type NotYetUnindexed = { posts: string[]; threads: string[] };

/**
 * The posts and threads that changed, are not (or no longer) for everybody to read, and may still be in an index, since the
 * change waits in the outbox. Null when too many changes wait to tell.
 */
export async function notYetUnindexed(): Promise<NotYetUnindexed | null> {
  const waiting = await db.outbox.findMany({
    distinct: ['entity', 'entityId'],
    select: { entity: true, entityId: true },
    take: MOST_CHANGES + 1,
  });
  if (waiting.length > MOST_CHANGES) return null;
  const named = (entity: string) => waiting.filter((row) => row.entity === entity).map((row) => row.entityId);
  const [posts, threads] = [named('post'), named('thread')];
  const readable = await readablePosts(posts, threads);
  return {
    posts: posts.filter((id) => !readable.some((post) => post.id === id)),
    threads: threads.filter((id) => !readable.some((post) => post.threadId === id)),
  };
}

async function readablePosts(posts: string[], threads: string[]): Promise<{ id: string; threadId: string }[]> {
  if (posts.length === 0 && threads.length === 0) return [];
  // A thread can be read as long as its opening can.
  const changed = { OR: [{ id: { in: posts } }, { threadId: { in: threads }, number: 1 }] };
  return db.post.findMany({ where: { AND: [changed, indexedPosts] }, select: { id: true, threadId: true } });
}
