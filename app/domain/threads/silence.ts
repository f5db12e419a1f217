import { DAY_MS } from '#app/platform/times.ts';
import type { ThreadView } from './views.ts';

const YEAR_MS = 365 * DAY_MS;

/**
 * When a thread was last written in, where that is over a year ago: who wrote there may not be reading any more, and whoever replies is
 * told so first. Null where it is not, and for a guide, which is kept as it is on purpose.
 */
export function silentSince({ kind, lastActivityAt }: Pick<ThreadView, 'kind' | 'lastActivityAt'>, now: Date) {
  const isSilent = kind !== 'guide' && now.getTime() - lastActivityAt.getTime() > YEAR_MS;
  return isSilent ? lastActivityAt : null;
}
