import { createHash } from 'node:crypto';

const HOUR = 3_600_000;
/** The oldest demonstration thread, in hours before the seed. */
const OLDEST = 160 * 24;
const NEWEST = 8;
/** Hours between two posts of a thread are drawn up to this, the short ones far more often. */
const LONGEST_GAP = 60;

/**
 * Whole hours at which a demonstration thread and its replies were written, none after `now`: spread over the past months,
 * denser towards now, and always the same for the same slug.
 */
export function demoTimes(slug: string, postCount: number, now: Date): Date[] {
  const age = Math.round(NEWEST + (OLDEST - NEWEST) * chance(`${slug}/age`) ** 1.5);
  const gaps = Array.from({ length: postCount - 1 }, (_, i) =>
    Math.ceil(LONGEST_GAP * chance(`${slug}/${String(i)}`) ** 3),
  );
  const length = gaps.reduce((sum, gap) => sum + gap, 0);
  // A young thread has quick answers: the last one is an hour old at least.
  const pace = Math.min(1, (age - 1) / Math.max(1, length));
  let passed = 0;
  return [0, ...gaps].map((gap) => {
    passed += gap;
    return new Date(now.getTime() - (age - Math.floor(passed * pace)) * HOUR);
  });
}

/** A number from 0 to 1 that looks drawn and hangs on `subject` alone. */
function chance(subject: string): number {
  return createHash('sha256').update(subject).digest().readUInt32BE() / 2 ** 32;
}
