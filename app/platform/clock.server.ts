import { startOfHour } from './times.ts';

/**
 * The one place that reads the time. Tests set it; nothing that is stored about writing is finer than the hour
 * (domain/authorship/README.md).
 */
const machine = (): number => Date.now();
let read = machine;

export function now(): Date {
  return new Date(read());
}

/** The present hour: what a post, a revision or a moderation action is dated with. */
export function currentHour(): Date {
  return startOfHour(now());
}

/** Tests only: hand in another clock, in ms since the epoch; without one the machine's is read again. */
export function setClock(clock?: () => number): void {
  read = clock ?? machine;
}
