import { isUniqueViolation } from '#prisma/client.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Refusal } from './render-body.server.ts';

/** To a form that was published before its writer wrote on, without having seen an answer: neither of the two texts is lost. */
export const ALREADY_SENT: Refusal = { kind: 'refused', field: 'body', fault: 'faults.alreadySent' };

type Once<Result> = {
  isWritten: (result: Result) => boolean;
  /** What the same form came to when it was submitted before; `result` is what came of it now, if anything did. */
  sentBefore: (result?: Result) => Promise<Result | null>;
};

/**
 * Runs `write` for a form that may be submitted again, even at the same moment: what the first submit made stands, whatever has
 * happened since. It is looked for only where `write` wrote nothing, since nearly every form is submitted once; that none is
 * written twice is the work of the unique index over its key.
 */
export async function writeOnce<Result>(
  write: () => Promise<Result>,
  { isWritten, sentBefore }: Once<Result>,
): Promise<Result> {
  try {
    const result = await write();
    return isWritten(result) ? result : ((await sentBefore(result)) ?? result);
  } catch (error) {
    const before = mayBeTheSecond(error) ? await sentBefore() : null;
    if (before === null) throw error;
    return before;
  }
}

function mayBeTheSecond(error: unknown): boolean {
  return isUniqueViolation(error, 'formKey') || (error instanceof DomainError && error.code === 'not-found');
}
