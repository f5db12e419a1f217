import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { Listener } from './listener.ts';
import { inMigrationTransaction } from './migration-transaction.ts';

/** A PostgreSQL server, or whatever speaks its protocol. */
export async function openServer(options: {
  databaseUrl: string;
  directUrl: string;
  poolSize?: number | undefined;
}): Promise<Engine> {
  const pool = openPool(options.databaseUrl, options.poolSize ?? 10);
  const listener = new Listener(options.directUrl);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'server',
    adapter: new PrismaPg(pool),
    inMigration: (work) =>
      inMigrationTransaction(new PrismaPg(openPool(options.directUrl, 1), { disposeExternalPool: true }), work),
    listen: (channel, onNotify) => listener.listen(channel, onNotify),
    dump: () => Promise.reject(new Error('Only an embedded database can be dumped')),
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

function openPool(connectionString: string, max: number): pg.Pool {
  return new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    Client: CommitCheckingClient,
    // Prisma sends and reads times without a zone. Said here and not at connecting, where PgBouncer would refuse it.
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
    },
  });
}

/**
 * COMMIT of a transaction in which a statement failed is answered by ROLLBACK without an error. Prisma would report such a
 * transaction as committed; here it is refused.
 */
class CommitCheckingClient extends pg.Client {
  // The overloads of pg's `query` cannot be repeated by hand without repeating them all; none of them is changed.
  override query = ((...args: Parameters<pg.Client['query']>): unknown => {
    const result: unknown = super.query(...args);
    return isCommit(args[0]) && result instanceof Promise ? result.then(refuseRollback) : result;
  }) as pg.Client['query'];
}

function isCommit(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'text' in query && query.text === 'COMMIT';
}

function refuseRollback(result: pg.QueryResult): pg.QueryResult {
  if (result.command !== 'ROLLBACK') return result;
  throw Object.assign(new Error('The transaction had failed and was rolled back'), {
    code: '25P02',
    severity: 'ERROR',
  });
}
