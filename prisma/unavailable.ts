import { chainOf } from './error-chain.ts';

/** Classes of SQLSTATE that speak of the server and not of what was asked: connection, resources (a full disk among them), operator, system. */
const CLASSES = /^(?:08|53|57P|58)[0-9A-Z]*$/;
/** Errors of the socket and the file system, and Prisma's own names for the same; P2024 and P2028: no connection or transaction was free in time. */
const CODES: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOSPC'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
]);
/** What `pg` says without a code of a connection that is gone, or that the pool did not get in time. */
const OF_CONNECTION = /^(?:Connection terminated|timeout exceeded when trying to connect|Client .*not queryable)/;

/**
 * Whether `error` says that the database cannot do anything of the kind just now: it is away, starting, full, or has too much to do. The same asked
 * later may be answered. Whether what failed was done is not known where it was a COMMIT.
 */
export function isUnavailable(error: unknown): boolean {
  return chainOf(error).some(
    ({ code, originalCode, message }) =>
      [code, originalCode].some((one) => CODES.has(one) || (typeof one === 'string' && CLASSES.test(one))) ||
      (typeof message === 'string' && OF_CONNECTION.test(message)),
  );
}
