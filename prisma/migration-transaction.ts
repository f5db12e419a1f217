import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { ScriptTransaction } from './engine.ts';

/** Any number that nothing else in the same database takes an advisory lock on. */
const LOCK = 4_101_977_001n;
/** The one that Prisma's schema engine takes and keeps. */
const LOCK_OF_PRISMA = 72_707_369n;

/**
 * Runs `work` in one transaction that no other process can be in on this database, and commits what it did, or nothing if it
 * throws. So a migration is never half applied, whatever stops it.
 */
export async function inMigrationTransaction<T>(
  factory: SqlDriverAdapterFactory,
  work: (connection: SqlDriverAdapter) => Promise<T>,
): Promise<T> {
  const adapter = await factory.connect();
  const tx = (await adapter.startTransaction()) as ScriptTransaction;
  const run = (sql: string): Promise<unknown> => tx.executeRaw({ sql, args: [], argTypes: [] });
  try {
    await run(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const result = await work(connectionOn(tx));
    // Released before COMMIT, because a pooler may give the connection to somebody else after it.
    await run(`SELECT pg_advisory_unlock(${LOCK_OF_PRISMA}) FROM pg_locks WHERE objid = ${LOCK_OF_PRISMA} LIMIT 1`);
    if (!tx.options.usePhantomQuery) await run('COMMIT');
    await tx.commit();
    return result;
  } catch (error) {
    if (!tx.options.usePhantomQuery) await run('ROLLBACK').catch(() => undefined);
    await tx.rollback().catch(() => undefined);
    throw error;
  } finally {
    await adapter.dispose();
  }
}

/** What Prisma's schema engine takes for a connection of its own. */
function connectionOn(tx: ScriptTransaction): SqlDriverAdapter {
  return {
    provider: tx.provider,
    adapterName: tx.adapterName,
    queryRaw: (query) => tx.queryRaw(query),
    executeRaw: (query) => tx.executeRaw(query),
    executeScript: (script) => tx.executeScript?.(script) ?? runAsOne(tx, script),
    startTransaction: () => Promise.reject(new Error('A migration is one transaction')),
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
}

/** Without parameters `pg` sends the text as it is, so it may hold several statements and functions with semicolons. */
async function runAsOne(tx: ScriptTransaction, script: string): Promise<void> {
  await tx.executeRaw({ sql: script, args: [], argTypes: [] });
}
