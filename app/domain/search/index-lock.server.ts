import type { PostgresEngine } from '#search/postgres/engine.ts';
import { currentDatabase, db, type Transaction } from '#app/platform/db.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

/** Any number that nothing else uses for an advisory lock in this database. */
const INDEX_LOCK = 4_101_977_006;
const RELAY_LOCK = INDEX_LOCK + 1;
/** Ms. A batch takes well under a second; this is for a machine under heavy load, and for waiting one's turn. */
const LONGEST = 60_000;

/**
 * Reads rows and writes their documents while no other process does: what is read is still true when it is written. Keep the
 * work short, since an embedded database does nothing else meanwhile.
 */
export function withIndexLock<T>(work: (tx: Transaction, engine: PostgresEngine) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INDEX_LOCK}::bigint)`;
      return work(tx, postgresEngine(tx));
    },
    { maxWait: LONGEST, timeout: LONGEST },
  );
}

let turns: Promise<unknown> = Promise.resolve();

/**
 * The same for what is told to Meilisearch: no other process reads rows and sends them while `work` does, so what is sent later
 * is newer. An embedded database belongs to one process and goes on answering others meanwhile.
 */
export function inRelayTurn<T>(work: () => Promise<T>): Promise<T> {
  if (currentDatabase().kind === 'embedded') {
    const turn = turns.then(work);
    turns = turn.catch(() => {});
    return turn;
  }
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${RELAY_LOCK}::bigint)`;
      return work();
    },
    { maxWait: LONGEST, timeout: LONGEST },
  );
}
