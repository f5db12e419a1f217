import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';

/**
 * The same adapter, whose errors do not carry PostgreSQL's DETAIL and HINT: these quote the row that was refused, and errors
 * are logged.
 */
export function withoutRowsInErrors(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => discreetAdapter(await factory.connect()),
  };
}

function discreetAdapter(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    ...discreetQueries(adapter),
    executeScript: (script) => adapter.executeScript(script).catch(rethrowWithoutRow),
    startTransaction: async (isolationLevel) => discreetTransaction(await adapter.startTransaction(isolationLevel)),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

function discreetTransaction(tx: Transaction): Transaction {
  return {
    ...discreetQueries(tx),
    options: tx.options,
    commit: () => tx.commit().catch(rethrowWithoutRow),
    rollback: () => tx.rollback(),
    createSavepoint: async (name) => tx.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => tx.rollbackToSavepoint?.(name),
    releaseSavepoint: async (name) => tx.releaseSavepoint?.(name),
  };
}

function discreetQueries(queries: SqlQueryable): SqlQueryable {
  return {
    provider: queries.provider,
    adapterName: queries.adapterName,
    queryRaw: (query) => queries.queryRaw(query).catch(rethrowWithoutRow),
    executeRaw: (query) => queries.executeRaw(query).catch(rethrowWithoutRow),
  };
}

function rethrowWithoutRow(error: unknown): never {
  if (isDriverAdapterError(error) && error.cause.kind === 'postgres') {
    error.cause.detail = undefined;
    error.cause.hint = undefined;
  }
  throw error;
}
