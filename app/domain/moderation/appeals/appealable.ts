import type { LogKind } from '../log/log-kinds.ts';

/** What somebody may ask a second look at: decisions that took something from them. */
export const APPEALABLE = [
  'edit',
  'redact',
  'hide',
  'hold',
  'sendBack',
  'warn',
  'review',
  'bar',
  'lock',
  'move',
  'merge',
  'split',
] as const satisfies readonly LogKind[];
export type Appealable = (typeof APPEALABLE)[number];

/** Those that a granted appeal takes back by itself; the others are mended by hand. */
export const TAKEN_BACK: ReadonlySet<Appealable> = new Set(['hide', 'lock', 'warn', 'review', 'bar']);

/** For so many days a decision can be asked about. */
export const APPEAL_DAYS = 90;

/** How long what somebody writes about it may be. */
export const LONGEST_APPEAL = 2_000;
