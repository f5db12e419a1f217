import type { SearchDocument } from '#search/engine.ts';
import { currentDatabase, type Transaction } from '#app/platform/db.server.ts';
import { documentOf, documentSelect, indexedPosts } from './document.server.ts';
import { withIndexLock } from './index-lock.server.ts';
import { BATCH } from './index-posts.server.ts';

/**
 * Posts of one stretch on a server, where nobody waits for what others write: a word that many of them hold is counted once for all. With fifty it took
 * half as much work again.
 */
const ON_SERVER = 500;

/**
 * Brings the whole index in line with the posts, one stretch of ids after the other, while searches go on in what is there.
 * `onProgress` hears how many posts are done. Gives their number.
 */
export async function rebuildIndex(onProgress: (done: number) => void = () => {}): Promise<number> {
  let done = 0;
  let after: string | null = null;
  do {
    const stretch: Stretch = await rebuildStretch(after);
    done += stretch.documents.length;
    after = stretch.upTo;
    onProgress(done);
  } while (after !== null);
  return done;
}

/** The posts that follow `after` in order of id; `upTo` is the last of them, null when no more follow. */
export type Stretch = { documents: SearchDocument[]; upTo: string | null };

function rebuildStretch(after: string | null): Promise<Stretch> {
  return withIndexLock(async (tx, engine) => {
    const stretch = await readStretch(tx, after, currentDatabase().kind === 'server' ? ON_SERVER : BATCH);
    await engine.rebuildRange({ range: { after, upTo: stretch.upTo }, documents: stretch.documents });
    return stretch;
  });
}

export async function readStretch(
  client: Pick<Transaction, 'post'>,
  after: string | null,
  length: number = BATCH,
): Promise<Stretch> {
  const posts = await client.post.findMany({
    where: { AND: [indexedPosts, ...(after === null ? [] : [{ id: { gt: after } }])] },
    select: documentSelect,
    orderBy: { id: 'asc' },
    take: length,
  });
  return { documents: posts.map(documentOf), upTo: posts.length < length ? null : (posts.at(-1)?.id ?? null) };
}
