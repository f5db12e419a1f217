import { countHitsSince } from './count-hits.server.ts';
import { PERIODS, type Period } from './choices.ts';
import type { NotYetUnindexed } from './not-yet-unindexed.server.ts';
import type { SearchRequest } from './schema.ts';

/**
 * For each period how many hits were written in it, the request's own period left out; null where that cannot be told.
 *
 * @param without what `notYetUnindexed` gives.
 */
export async function countByPeriod(
  request: SearchRequest,
  without: NotYetUnindexed | null,
): Promise<Record<Period, number> | null> {
  if (without === null) return null;
  const [week, month, year] = await countHitsSince(request, PERIODS, without);
  // A search that finds little may have left words out to find more: a longer time never holds less than a shorter one.
  const byMonth = Math.max(week ?? 0, month ?? 0);
  return { '7d': week ?? 0, '30d': byMonth, '1y': Math.max(byMonth, year ?? 0) };
}
