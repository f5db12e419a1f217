import { DAY_MS } from '#app/platform/times.ts';

/** For how long a review or a pause may hold, in days; `always` until a moderator lifts it. */
export const LENGTHS = ['1', '7', '30', '365', 'always'] as const;
export type Length = (typeof LENGTHS)[number];

/** When what begins at `start` ends; null for never. */
export function endOf(start: Date, length: Length): Date | null {
  return length === 'always' ? null : new Date(start.getTime() + Number(length) * DAY_MS);
}
