import { db } from '#app/platform/db.server.ts';
import { whenShown } from '#app/platform/page-record.server.ts';

/** Views since the last flush. In memory alone: who read what is not recorded anywhere. */
const views = new Map<string, number>();

/** Threads with views counted at once; beyond it views go uncounted rather than memory unbounded. */
const MOST_THREADS = 10_000;

const STEPS = [1, 2.5, 5];

/** Counts one view of a page that was really shown, and each time that it is shown again from memory. Changes no row: GET never does. */
export function noteView(threadId: string): void {
  whenShown(() => count(threadId));
}

function count(threadId: string): void {
  if (views.has(threadId) || views.size < MOST_THREADS) views.set(threadId, (views.get(threadId) ?? 0) + 1);
}

/** The job that adds up what was counted, for all threads together. What cannot be written is kept for the next time. */
export async function flushViews(): Promise<void> {
  const counted = [...views];
  views.clear();
  for (const [id, seen] of counted) {
    try {
      await db.thread.updateMany({ where: { id }, data: { viewCount: { increment: seen } } });
    } catch (error) {
      views.set(id, (views.get(id) ?? 0) + seen);
      throw error;
    }
  }
}

/** The greatest of 10, 25, 50, 100, 250 … that `count` has reached, 0 before the first: an exact count would tell of each visit. */
export function inSteps(count: number): number {
  if (count < 10) return 0;
  const power = 10 ** Math.floor(Math.log10(count));
  return power * Math.max(...STEPS.filter((step) => step * power <= count));
}
