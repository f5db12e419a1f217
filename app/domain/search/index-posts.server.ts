import { setTimeout } from 'node:timers/promises';
import { documentOf, documentSelect, indexedPosts } from './document.server.ts';
import { withIndexLock } from './index-lock.server.ts';

/** Posts whose documents are written at once: small, so that readers of an embedded database hardly wait. */
export const BATCH = 50;

/** Milliseconds between batches: a page asks several things one after the other, and must not wait for a batch with each. */
const BREATH = 50;

/** Brings the documents of these posts, whatever has become of them, in line with the rows of this moment. */
export async function indexPosts(ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) {
    if (start > 0) await setTimeout(BREATH);
    await indexBatch(ids.slice(start, start + BATCH));
  }
}

function indexBatch(ids: string[]): Promise<void> {
  return withIndexLock(async (tx, engine) => {
    // The opening comes along: what a reply changes about its thread is told with it.
    const touched = { OR: [{ id: { in: ids } }, { number: 1, thread: { posts: { some: { id: { in: ids } } } } }] };
    const posts = await tx.post.findMany({ where: { AND: [touched, indexedPosts] }, select: documentSelect });
    const found = new Set(posts.map(({ id }) => id));
    await engine.remove(ids.filter((id) => !found.has(id)));
    await engine.upsert(posts.map(documentOf));
  });
}
