import type { OutboxStage } from '#prisma/generated/enums.ts';
import { db } from '#app/platform/db.server.ts';

/** Rows claimed at once. */
export const CLAIMED = 200;
/** Seconds after which a claim is taken over, if who made it is gone. Who is not says so several times meanwhile. */
const CLAIM_SECONDS = 15;
/** Ms between two times that who works on rows says so. */
const RENEWED_EVERY = 5_000;
/** Seconds until a row that failed is tried again: doubled with every failure, up to this. */
const LONGEST_BACK_OFF = 300;

export type OutboxRow = {
  id: string;
  entity: string;
  entityId: string;
  /** How often it was tried on this stage, this time included. */
  attempts: number;
  /** Whether Meilisearch's index was being built anew when the row was claimed. */
  rebuilding: boolean;
};

/** Takes rows of a stage that may be taken now, oldest first. Several processes may do so at once: none gets another's. */
export function claimRows(stage: OutboxStage): Promise<OutboxRow[]> {
  return db.$queryRaw<OutboxRow[]>`
    UPDATE outbox SET attempts = attempts + 1, claimed_until = now() + ${CLAIM_SECONDS}::int * interval '1 second'
    WHERE id IN (
      SELECT id FROM outbox WHERE stage = ${stage}::"OutboxStage" AND (claimed_until IS NULL OR claimed_until < now())
      ORDER BY id LIMIT ${CLAIMED}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING id, entity, entity_id AS "entityId", attempts,
      EXISTS (SELECT 1 FROM search_rebuilds WHERE until > now()) AS rebuilding`;
}

/**
 * Works on rows that were claimed, and renews the claim for as long as that takes. Where it lapses all the same, because the
 * process or the database stood still, another does the same work too, which changes nothing. When this resolves nothing more is
 * said of the rows.
 */
export async function whileClaimed<T>(rows: readonly OutboxRow[], work: () => Promise<T>): Promise<T> {
  let renewed: Promise<unknown> = Promise.resolve();
  const renewal = setInterval(() => {
    renewed = renewed.then(() => renewClaim(rows));
  }, RENEWED_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await renewed;
  }
}

/** Rows that another took over, and has done or postponed, are left as they are. A database that is away fails the work, not this. */
async function renewClaim(rows: readonly OutboxRow[]): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET claimed_until = greatest(claimed_until, now() + ${CLAIM_SECONDS}::int * interval '1 second')
    WHERE id = ANY (${idsOf(rows)}) AND claimed_until IS NOT NULL`.catch(() => 0);
}

/** Lets rows wait that could not be worked off, the longer the more often that happened. */
export async function postponeRows(rows: readonly OutboxRow[]): Promise<void> {
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const seconds = Math.min(LONGEST_BACK_OFF, 2 ** Math.min(attempts, 10));
  await db.$executeRaw`
    UPDATE outbox SET claimed_until = now() + ${seconds}::int * interval '1 second' WHERE id = ANY (${idsOf(rows)})`;
}

/** Lets all rows of a stage be tried now: what they waited for is there again. */
export async function hurryRows(stage: OutboxStage): Promise<void> {
  await db.outbox.updateMany({ where: { stage, attempts: { gt: 1 } }, data: { claimedUntil: null } });
}

export async function deleteRows(rows: readonly OutboxRow[]): Promise<void> {
  await db.outbox.deleteMany({ where: { id: { in: idsOf(rows) } } });
}

/** Hands rows on to Meilisearch, whose index has yet to hear of them. */
export async function relayRows(rows: readonly OutboxRow[]): Promise<void> {
  await db.outbox.updateMany({
    where: { id: { in: idsOf(rows) } },
    data: { stage: 'relay', attempts: 0, claimedUntil: null },
  });
}

/** The posts that the rows speak of, each once. */
export async function postsOf(rows: readonly OutboxRow[]): Promise<string[]> {
  const named = (entity: string) => rows.filter((row) => row.entity === entity).map((row) => row.entityId);
  return [...new Set([...named('post'), ...(await postsIn(named('thread')))])];
}

async function postsIn(threads: string[]): Promise<string[]> {
  if (threads.length === 0) return [];
  const posts = await db.post.findMany({ where: { threadId: { in: threads } }, select: { id: true } });
  return posts.map(({ id }) => id);
}

function idsOf(rows: readonly OutboxRow[]): string[] {
  return rows.map(({ id }) => id);
}
