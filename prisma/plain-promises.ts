import type { PrismaClient } from './generated/client.ts';

/** The part of a client by which it makes what a query is until it is awaited. Prisma's own, and not documented. */
type Making = { _createPrismaPromise?: (ask: Ask, spec?: unknown) => Query };
/** A transaction that a query becomes part of. */
type Part = { kind: string };
/** Asks, by itself or as part of a transaction. A client asks itself once more, so that what it gives may again be a query. */
type Ask = (part?: Part) => Promise<unknown> | Query;
type Query = Promise<unknown> & { spec: unknown; requestTransaction(part: Part): Promise<unknown> };

/**
 * Has a client make its queries without an accessor, which Prisma (7.10) has for `spec`. V8 lays each accessor of a single object among
 * what is old, and keeps what its function reaches, here the whole answer, until it collects the whole heap (docs/decisions/117).
 * Queries within `$transaction(async …)` stay as they are.
 */
export function withPlainPromises(client: PrismaClient): PrismaClient {
  const making = client as unknown as Making;
  if (making._createPrismaPromise) making._createPrismaPromise = queryOf;
  return client;
}

/** Nothing is asked before somebody waits for it, and then once; as part of a list that is one transaction, when the list is asked. */
function queryOf(ask: Ask, spec?: unknown): Query {
  let answer: Promise<unknown> | undefined;
  const once = (part?: Part): Promise<unknown> => (answer ??= begun(ask, part));
  return {
    spec,
    then: (onAnswer, onFault) => once().then(onAnswer, onFault),
    catch: (onFault) => once().catch(onFault),
    finally: (onEnd) => once().finally(onEnd),
    requestTransaction(part) {
      const begins = part.kind === 'itx' ? once(part) : begun(ask, part);
      return 'requestTransaction' in begins ? (begins as Query).requestTransaction(part) : begins;
    },
    [Symbol.toStringTag]: 'PrismaPromise',
  };
}

/** What is wrong with a question is told as what is wrong with an answer. */
function begun(ask: Ask, part?: Part): Promise<unknown> {
  try {
    return ask(part);
  } catch (fault) {
    return Promise.reject(fault instanceof Error ? fault : new Error('A query did not begin', { cause: fault }));
  }
}
