import type { SearchDocument, Written } from '#search/engine.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { documentOf, documentSelect, indexedPosts } from './document.server.ts';
import { inRelayTurn } from './index-lock.server.ts';
import { claimRows, postponeRows, postsOf, whileClaimed, type OutboxRow } from './outbox-rows.server.ts';

/** Posts whose documents are sent at once. */
const SENT = 500;

export type Relayed = {
  /** Whether words may be left in the engine's files that nobody finds any more. */
  leftTraces: boolean;
};

/**
 * Tells Meilisearch what the index in the database knows already, until nothing is left that may be taken now. A row is done
 * only when the engine's task succeeded; what is sent is what the rows say at that moment.
 *
 * @throws EngineUnavailable; the rows at hand are tried again later.
 */
export async function relayOutbox(engine: MeilisearchEngine): Promise<Relayed> {
  const relayed = { leftTraces: false };
  for (let rows = await claimRows('relay'); rows.length > 0; rows = await claimRows('relay')) {
    try {
      if (await whileClaimed(rows, () => sendAll(engine, rows))) relayed.leftTraces = true;
    } catch (error) {
      await postponeRows(rows);
      throw error;
    }
    await finish(rows);
  }
  return relayed;
}

/** Sends what the rows speak of, and gives whether that left traces. */
async function sendAll(engine: MeilisearchEngine, rows: readonly OutboxRow[]): Promise<boolean> {
  let leftTraces = false;
  const posts = await postsOf(rows);
  for (let start = 0; start < posts.length; start += SENT) {
    if (await send(engine, posts.slice(start, start + SENT))) leftTraces = true;
  }
  return leftTraces;
}

/** Brings the documents of these posts in line. Gives whether any of them was removed or written over. */
async function send(engine: MeilisearchEngine, ids: string[]): Promise<boolean> {
  const { written, leftTraces } = await inRelayTurn(async () => {
    const { documents, gone, changed } = await readPosts(ids);
    const all: Written[] = [await engine.remove(gone), await engine.upsert(documents)];
    return { written: all, leftTraces: gone.length > 0 || changed };
  });
  for (const one of written) await one.settled();
  return leftTraces;
}

async function readPosts(ids: string[]): Promise<{ documents: SearchDocument[]; gone: string[]; changed: boolean }> {
  // The opening comes along: what a reply changes about its thread is told with it.
  const touched = { OR: [{ id: { in: ids } }, { number: 1, thread: { posts: { some: { id: { in: ids } } } } }] };
  const posts = await db.post.findMany({
    where: { AND: [touched, indexedPosts] },
    select: { ...documentSelect, version: true },
  });
  const found = new Set(posts.map(({ id }) => id));
  return {
    documents: posts.map(documentOf),
    gone: ids.filter((id) => !found.has(id)),
    changed: posts.some(({ version }) => version > 1),
  };
}

/**
 * The rows are done, unless the index was being built anew when they were claimed: then the new one may have read their posts
 * before they changed, and hears of them once more when it takes the old one's place.
 */
async function finish(rows: readonly OutboxRow[]): Promise<void> {
  const ids = (some: boolean) => rows.filter(({ rebuilding }) => rebuilding === some).map(({ id }) => id);
  await db.outbox.deleteMany({ where: { id: { in: ids(false) } } });
  await db.$executeRaw`
    UPDATE outbox SET attempts = 0, claimed_until = NULL, stage = (CASE
      WHEN EXISTS (SELECT 1 FROM search_rebuilds WHERE until > now()) THEN 'replay' ELSE 'relay' END)::"OutboxStage"
    WHERE id = ANY (${ids(true)})`;
}
