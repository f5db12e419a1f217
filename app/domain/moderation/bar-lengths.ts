/** For how long somebody may be barred, in days; `always` until a moderator lifts it. */
export const BAR_LENGTHS = ['1', '7', '30', '365', 'always'] as const;
export type BarLength = (typeof BAR_LENGTHS)[number];

const DAY_MS = 24 * 3_600_000;

/** When a bar that begins at `start` ends; null for never. */
export function endOfBar(start: Date, length: BarLength): Date | null {
  return length === 'always' ? null : new Date(start.getTime() + Number(length) * DAY_MS);
}
