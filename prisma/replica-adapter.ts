import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';

/** Ms that a replica is left alone when it gave no answer: who reads does not wait for it each time. */
const LEFT_ALONE = 5_000;

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
      let leftAloneUntil = -Infinity;
      const queryReplica: SqlQueryable['queryRaw'] = (query) =>
        second.queryRaw(query).catch(() => {
          leftAloneUntil = performance.now() + LEFT_ALONE;
          return first.queryRaw(query);
        });
      return {
        provider: first.provider,
        adapterName: first.adapterName,
        queryRaw: (query) =>
          isWanted() && performance.now() >= leftAloneUntil ? queryReplica(query) : first.queryRaw(query),
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
