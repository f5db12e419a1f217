import { isUnavailable } from '#prisma/client.ts';
import { DomainError } from './errors.ts';
import { log, withoutContent } from './log.server.ts';

/** Seconds after which to try again: about what a database takes to start. */
const RETRY_AFTER = 5;

/**
 * The same error; or, where it says that the database is away, full or has too much to do, a DomainError `unavailable`: nobody's bug, and over
 * soon.
 */
export function orUnavailable(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  log.warn(withoutContent(error), 'the database cannot do this just now');
  return new DomainError('unavailable', 'The database cannot do this just now', { retryAfter: RETRY_AFTER });
}
