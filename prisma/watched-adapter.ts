import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';

/** What hears of every statement before it is sent, in the asynchronous context of who asks. */
export type OnStatement = (sql: string) => void;

/** The same adapter, of whose statements `onStatement` hears. Not of what is bound to them. */
export function watched(factory: SqlDriverAdapterFactory, onStatement: OnStatement): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => watchedAdapter(await factory.connect(), onStatement),
  };
}

function watchedAdapter(adapter: SqlDriverAdapter, onStatement: OnStatement): SqlDriverAdapter {
  return {
    ...watchedQueries(adapter, onStatement),
    executeScript: (script) => adapter.executeScript(script),
    startTransaction: async (isolationLevel) =>
      watchedTransaction(await adapter.startTransaction(isolationLevel), onStatement),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

function watchedTransaction(tx: Transaction, onStatement: OnStatement): Transaction {
  return {
    ...watchedQueries(tx, onStatement),
    options: tx.options,
    commit: () => tx.commit(),
    rollback: () => tx.rollback(),
    createSavepoint: async (name) => tx.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => tx.rollbackToSavepoint?.(name),
    releaseSavepoint: async (name) => tx.releaseSavepoint?.(name),
  };
}

function watchedQueries(queries: SqlQueryable, onStatement: OnStatement): SqlQueryable {
  return {
    provider: queries.provider,
    adapterName: queries.adapterName,
    queryRaw(query) {
      onStatement(query.sql);
      return queries.queryRaw(query);
    },
    executeRaw(query) {
      onStatement(query.sql);
      return queries.executeRaw(query);
    },
  };
}
