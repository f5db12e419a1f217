import { withoutRowsInErrors } from './discreet-adapter.ts';
import { openEmbedded } from './embedded.ts';
import type { Engine } from './engine.ts';
import { PrismaClient as GeneratedClient } from './generated/client.ts';
import type { Prisma } from './generated/client.ts';
import { withPlainPromises } from './plain-promises.ts';
import { readingFromReplica } from './replica-adapter.ts';
import { openServer } from './server.ts';
import { watched, type OnStatement } from './watched-adapter.ts';

export { isUnavailable } from './unavailable.ts';
export { isUniqueViolation } from './unique-violation.ts';
export type { Presence, Replica } from './engine.ts';
export type { Prisma };
/** Every model's queries. `undefined` in a query is refused (it would mean "any row"): `Prisma.skip` or no key at all. */
export type PrismaClient = GeneratedClient;
/** What `prisma.$transaction(async (tx) => …)` hands in. Inside, ask `tx` alone: the embedded database has one connection. */
export type Transaction = Prisma.TransactionClient;

export type DatabaseOptions = {
  /** A PostgreSQL server, directly or through PgBouncer in transaction mode. Without it the database is embedded. */
  databaseUrl?: string | undefined;
  /** The same server without PgBouncer, for what needs a session: LISTEN, locks, migrations. `databaseUrl` if not given. */
  directUrl?: string | undefined;
  /** A replica of that server, where `readsReplica` says that a read may be a little behind. */
  replicaUrl?: string | undefined;
  readsReplica?: (() => boolean) | undefined;
  /** Hears of every statement, in the asynchronous context of who asks; not of what is bound to it. */
  onStatement?: OnStatement | undefined;
  /** Connections to the server, at most. */
  poolSize?: number | undefined;
  /** How many times as long as usual connections and transactions may take: a machine that runs tests may have no time for them. */
  patience?: number | undefined;
  /** Where the embedded database lives, in the folder `db`. The caller holds the directory's lock. */
  dataDir?: string | undefined;
  /** An embedded database that lives as long as the process: a new one, or what `dump` gave. */
  memory?: true | Blob | undefined;
};

export type Database = Omit<Engine, 'adapter'> & { prisma: PrismaClient };

/**
 * Opens the database that `options` name. A commit that it acknowledged has reached the server, or, embedded, the files:
 * the end of this process loses nothing. The embedded database does not flush to disk, so a power cut may.
 *
 * @throws what the driver says when the server cannot be reached or the files cannot be read.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { adapter, ...engine } = await openEngine(options);
  const { onStatement, readsReplica, patience = 1 } = options;
  const routed =
    engine.replica && readsReplica ? readingFromReplica(adapter, engine.replica.adapter, readsReplica) : adapter;
  const prisma = withPlainPromises(
    new GeneratedClient({
      adapter: withoutRowsInErrors(onStatement ? watched(routed, onStatement) : routed),
      // Messages without the arguments of the query: these hold what people wrote.
      errorFormat: 'minimal',
      transactionOptions: { maxWait: 10_000 * patience, timeout: 15_000 * patience },
    }),
  );
  return {
    ...engine,
    prisma,
    async close() {
      await prisma.$disconnect();
      await engine.close();
    },
  };
}

function openEngine({ databaseUrl, dataDir, memory, ...server }: DatabaseOptions): Promise<Engine> {
  if (databaseUrl !== undefined) {
    return openServer({ databaseUrl, ...server, directUrl: server.directUrl ?? databaseUrl });
  }
  if (memory !== undefined) return openEmbedded({ memory });
  if (dataDir !== undefined) return openEmbedded({ dataDir });
  throw new Error('openDatabase: one of databaseUrl, dataDir and memory is needed');
}
