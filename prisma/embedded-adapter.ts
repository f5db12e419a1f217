import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { ScriptTransaction } from './engine.ts';

type QueryableOf<Client> = (client: Client) => Promise<SqlDriverAdapter>;

/** pglite-prisma-adapter turns queries and their results; it does so for whatever has PGlite's `query`. */
const adapterOn: QueryableOf<PGlite | PGliteTransaction> = (client) => new PrismaPGlite(client as PGlite).connect();

/**
 * Prisma on PGlite. The conversions are pglite-prisma-adapter's; transactions and scripts are ours, because its own (0.7.2)
 * report a COMMIT that failed as done, set the isolation level before BEGIN, and do not wait for scripts.
 */
export class EmbeddedAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = 'pglite';
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const pglite = this.#pglite;
    return {
      ...queryable(await adapterOn(pglite)),
      executeScript: (script) => runScript(pglite, script),
      startTransaction: (isolationLevel) => startTransaction(pglite, isolationLevel),
      getConnectionInfo: () => ({ supportsRelationJoins: true }),
      dispose: () => Promise.resolve(),
    };
  }
}

/**
 * PGlite's `transaction` takes a callback and commits when that ends; Prisma wants to hold the transaction open. So the
 * callback waits for the word, and `commit` and `rollback` give it and then wait for PGlite to have done it.
 */
function startTransaction(pglite: PGlite, isolationLevel?: IsolationLevel): Promise<ScriptTransaction> {
  return new Promise((resolve, reject) => {
    let end: (how: 'commit' | 'rollback') => void;
    const ending = new Promise<'commit' | 'rollback'>((settle) => (end = settle));
    const ended = pglite.transaction(async (tx) => {
      if (isolationLevel) await tx.exec(`SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`);
      const queries = await adapterOn(tx);
      const finish = async (how: 'commit' | 'rollback'): Promise<void> => {
        end(how);
        await ended;
      };
      resolve({
        ...queryable(queries),
        options: { usePhantomQuery: true },
        commit: () => finish('commit'),
        rollback: () => finish('rollback'),
        executeScript: (script) => runScript(tx, script),
        createSavepoint: (name) => runScript(tx, `SAVEPOINT ${name}`),
        rollbackToSavepoint: (name) => runScript(tx, `ROLLBACK TO SAVEPOINT ${name}`),
        releaseSavepoint: (name) => runScript(tx, `RELEASE SAVEPOINT ${name}`),
      });
      if ((await ending) === 'rollback') await tx.rollback();
    });
    // Before it is open a failure is this promise's; afterwards `reject` does nothing and the failure is `finish`'s.
    ended.catch(reject);
  });
}

async function runScript(client: Pick<PGlite, 'exec'>, script: string): Promise<void> {
  await client.exec(script);
}

function queryable(queries: SqlQueryable): SqlQueryable {
  return {
    provider: 'postgres',
    adapterName: 'pglite',
    queryRaw: (query) => queries.queryRaw(query),
    executeRaw: (query) => queries.executeRaw(query),
  };
}
