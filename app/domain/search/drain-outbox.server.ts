import { db } from '#app/platform/db.server.ts';
import { indexPosts } from './index-posts.server.ts';

/** Rows claimed at once. */
const CLAIMED = 200;
/** Seconds after which a claim is taken over, if who made it is gone. */
const CLAIM_SECONDS = 120;
/** Seconds until a row that failed is tried again: doubled with every failure, up to this. */
const LONGEST_BACK_OFF = 300;

type OutboxRow = { id: string; entity: string; entityId: string; attempts: number };

/**
 * Works through the outbox until nothing is left that may be taken now. Several processes may do so at once.
 *
 * @throws what the engine or the database threw; the rows at hand are tried again later.
 */
export async function drainOutbox(): Promise<void> {
  for (let rows = await claim(); rows.length > 0; rows = await claim()) {
    try {
      await indexPosts(await postsOf(rows));
    } catch (error) {
      await postpone(rows);
      throw error;
    }
    await db.outbox.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  }
}

function claim(): Promise<OutboxRow[]> {
  return db.$queryRaw<OutboxRow[]>`
    UPDATE outbox SET attempts = attempts + 1, claimed_until = now() + ${CLAIM_SECONDS}::int * interval '1 second'
    WHERE id IN (
      SELECT id FROM outbox WHERE claimed_until IS NULL OR claimed_until < now()
      ORDER BY id LIMIT ${CLAIMED}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING id, entity, entity_id AS "entityId", attempts`;
}

/** The posts that the rows speak of, each once. */
async function postsOf(rows: readonly OutboxRow[]): Promise<string[]> {
  const named = (entity: string) => rows.filter((row) => row.entity === entity).map((row) => row.entityId);
  const ofThreads = await db.post.findMany({ where: { threadId: { in: named('thread') } }, select: { id: true } });
  return [...new Set([...named('post'), ...ofThreads.map(({ id }) => id)])];
}

async function postpone(rows: readonly OutboxRow[]): Promise<void> {
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const seconds = Math.min(LONGEST_BACK_OFF, 2 ** Math.min(attempts, 10));
  const ids = rows.map(({ id }) => id);
  await db.$executeRaw`
    UPDATE outbox SET claimed_until = now() + ${seconds}::int * interval '1 second' WHERE id = ANY (${ids})`;
}
