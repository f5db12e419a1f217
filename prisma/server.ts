import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Engine, Replica } from './engine.ts';
import { Listener } from './listener.ts';
import { inMigrationTransaction } from './migration-transaction.ts';
import { StatementNames } from './statement-names.ts';

/** Connections of one process to one server, at most. */
const POOL_SIZE = 10;
/**
 * Ms that an unused connection is kept: a new one has to learn every statement first, just when many people have come at once. Less than what networks
 * leave a silent one.
 */
const KEPT_IDLE = 300_000;
/** Ms that a query waits for a connection of the pool. */
const CONNECTED_WITHIN = 5_000;
/** Ms after which what a replica does not answer is asked of the primary. */
const REPLICA_PATIENCE = { connectionTimeoutMillis: 1_000, query_timeout: 2_000 } as const;

/** A PostgreSQL server, or whatever speaks its protocol. */
export async function openServer(options: {
  databaseUrl: string;
  directUrl: string;
  replicaUrl?: string | undefined;
  poolSize?: number | undefined;
  patience?: number | undefined;
}): Promise<Engine> {
  const { pool, adapter } = openPool(options.databaseUrl, options.poolSize ?? POOL_SIZE, {
    connectionTimeoutMillis: CONNECTED_WITHIN * (options.patience ?? 1),
  });
  const listener = new Listener(options.directUrl);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw error;
  }
  const replica =
    options.replicaUrl === undefined ? undefined : openReplica(options.replicaUrl, pool, options.poolSize);
  return {
    kind: 'server',
    adapter,
    inMigration: (work) =>
      inMigrationTransaction(new PrismaPg(openPool(options.directUrl, 1).pool, { disposeExternalPool: true }), work),
    listen: (channel, onNotify) => listener.listen(channel, onNotify),
    presence: listener,
    replica,
    query: (sql, values) => queryOn(pool, sql, values),
    dump: () => Promise.reject(new Error('Only an embedded database can be dumped')),
    async close() {
      await listener.close();
      await replica?.close();
      await pool.end();
    },
  };
}

/** A replica that cannot be reached is none: what it does not answer the primary does. */
function openReplica(replicaUrl: string, primary: pg.Pool, poolSize = POOL_SIZE): Replica & { close(): Promise<void> } {
  const { pool, adapter } = openPool(replicaUrl, poolSize, REPLICA_PATIENCE);
  return {
    adapter,
    async whereNow() {
      const { rows } = await primary.query<{ place: string }>('SELECT pg_current_wal_insert_lsn()::text AS place');
      return rows[0]?.place ?? '';
    },
    async hasPassed(place) {
      const { rows } = await pool.query<{ passed: boolean | null }>(
        'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS passed',
        [place],
      );
      return rows[0]?.passed === true;
    },
    close: () => pool.end(),
  };
}

function openPool(
  connectionString: string,
  max: number,
  patience: Pick<pg.PoolConfig, 'connectionTimeoutMillis' | 'query_timeout'> = {},
): { pool: pg.Pool; adapter: PrismaPg } {
  const names = new StatementNames();
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: CONNECTED_WITHIN,
    idleTimeoutMillis: KEPT_IDLE,
    keepAlive: true,
    ...patience,
    Client: CommitCheckingClient,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it, though its types do not say so
    onConnect: async (client) => {
      await keepTimeInUtc(client);
      await names.look(client);
    },
  });
  // A connection that the server ends while nobody asks anything of it, or while it is being closed, is nobody's failure:
  // the next query opens another. Without a listener Node would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // What nothing is bound to is sent as it stands, and may be several statements.
  const nameOf = ({ sql, args }: SqlQuery): string => (args.length > 0 ? names.of(sql) : '');
  return { pool, adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) };
}

/** A connection on which a script failed may stand in its transaction: nobody gets it any more. */
async function queryOn(pool: pg.Pool, sql: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await client.query<Record<string, unknown>>(sql, values?.length ? [...values] : undefined);
    failed = false;
    return { rows: [result].flat().at(-1)?.rows ?? [] };
  } finally {
    client.release(failed);
  }
}

/** Prisma sends and reads times without a zone. Not said at connecting, where PgBouncer would refuse it. */
async function keepTimeInUtc(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'");
}

/**
 * COMMIT of a transaction in which a statement failed is answered by ROLLBACK without an error. Prisma would report such a
 * transaction as committed; here it is refused.
 */
class CommitCheckingClient extends pg.Client {
  // The overloads of pg's `query` cannot be repeated by hand without repeating them all; none of them is changed.
  override query = ((...args: Parameters<pg.Client['query']>): unknown => {
    const result = (super.query as (...args: unknown[]) => unknown).apply(this, args);
    return isCommit(args[0]) && result instanceof Promise ? checkCommit(result as Promise<pg.QueryResult>) : result;
  }) as pg.Client['query'];
}

function isCommit(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'text' in query && query.text === 'COMMIT';
}

async function checkCommit(committing: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
  const result = await committing;
  if (result.command !== 'ROLLBACK') return result;
  throw Object.assign(new Error('The transaction had failed and was rolled back'), {
    code: '25P02',
    severity: 'ERROR',
  });
}
