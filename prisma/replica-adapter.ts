import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/**
 * The adapter of the primary, whose reads outside transactions go to `replica` where `isWanted` says so, in the asynchronous context of
 * who asks. What the replica does not answer the primary does.
 */
export function readingFromReplica(
  primary: SqlDriverAdapterFactory,
  replica: SqlDriverAdapterFactory,
  isWanted: () => boolean,
): SqlDriverAdapterFactory {
  return {
    provider: primary.provider,
    adapterName: primary.adapterName,
    async connect() {
      const [first, second] = [await primary.connect(), await replica.connect()];
      return {
        provider: first.provider,
        adapterName: first.adapterName,
        queryRaw: (query) =>
          isWanted() ? second.queryRaw(query).catch(() => first.queryRaw(query)) : first.queryRaw(query),
        executeRaw: (query) => first.executeRaw(query),
        executeScript: (script) => first.executeScript(script),
        startTransaction: (isolationLevel) => first.startTransaction(isolationLevel),
        getConnectionInfo: () => first.getConnectionInfo?.() ?? { supportsRelationJoins: true },
        dispose: async () => {
          await Promise.all([first.dispose(), second.dispose()]);
        },
      } satisfies SqlDriverAdapter;
    },
  };
}
