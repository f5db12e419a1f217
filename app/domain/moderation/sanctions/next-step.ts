import { DAY_MS } from '#app/platform/times.ts';
import type { SanctionKind } from './kinds.ts';
import type { Length } from './lengths.ts';

export type Step = { kind: SanctionKind; length: Length };

/** From the mildest on. A note is no step: the writer knows nothing of it. */
const STEPS: readonly Step[] = [
  { kind: 'warning', length: '7' },
  { kind: 'review', length: '7' },
  { kind: 'review', length: '30' },
  { kind: 'bar', length: '7' },
  { kind: 'bar', length: '30' },
  { kind: 'bar', length: '365' },
  { kind: 'bar', length: 'always' },
];

/** What was done longer ago than this is not held against a writer. */
const REMEMBERED_MS = 365 * DAY_MS;

export type EarlierSanction = { kind: SanctionKind; createdAt: Date; until: Date | null; liftedAt: Date | null };

/**
 * What the form offers first: one step above the gravest that the same pen name or persona was given within a year. The moderator
 * may choose otherwise. What staff took back does not count.
 */
export function nextStep(earlier: readonly EarlierSanction[], now: Date): Step {
  const reached = earlier
    .filter(({ createdAt, liftedAt }) => liftedAt === null && now.getTime() - createdAt.getTime() < REMEMBERED_MS)
    .map(stepOf);
  const next = Math.min(Math.max(-1, ...reached) + 1, STEPS.length - 1);
  return STEPS[next] ?? { kind: 'warning', length: '7' };
}

/** The highest step that this was at least as much as; -1 for a note. */
function stepOf({ kind, createdAt, until }: EarlierSanction): number {
  const days = until === null ? Infinity : (until.getTime() - createdAt.getTime()) / DAY_MS;
  const daysOf = (length: Length): number => (length === 'always' ? Infinity : Number(length));
  const same = STEPS.filter((step) => step.kind === kind);
  const reached = kind === 'warning' ? same[0] : (same.findLast((step) => daysOf(step.length) <= days) ?? same[0]);
  return reached ? STEPS.indexOf(reached) : -1;
}
