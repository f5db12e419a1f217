import type { PostgresEngine } from '#search/postgres/engine.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

/** Any number that nothing else uses for an advisory lock in this database. */
const INDEX_LOCK = 4_101_977_006;
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
