import { db } from '#app/platform/db.server.ts';
import { gauge } from '#app/platform/metrics/metrics.ts';

/**
 * Puts into `/metrics` how far the indexes are behind: how many changes wait for each, and for how many seconds at most. Rows of the
 * outbox hold no times, so that is counted from the last look at which none waited.
 */
export function measureOutbox(): void {
  const look = sharedLook();
  for (const [name, stages] of [
    ['index', ['index']],
    ['meilisearch', ['relay', 'replay']],
  ] as const) {
    let clearAt = performance.now();
    const waiting = async (): Promise<number> => {
      const rows = await look();
      return rows.reduce((sum, { stage, _count }) => (stages.some((one) => one === stage) ? sum + _count : sum), 0);
    };
    gauge(`outbox_${name}_waiting`, `Changes that the index (${name}) has yet to hear of`, waiting);
    gauge(`outbox_${name}_lag_seconds`, `Seconds since no change waited for the index (${name})`, async () => {
      if ((await waiting()) === 0) clearAt = performance.now();
      return (performance.now() - clearAt) / 1_000;
    });
  }
}

/** The rows are counted once for all that is asked at the same time. */
function sharedLook() {
  const count = async () => db.outbox.groupBy({ by: ['stage'], _count: true });
  let looking: ReturnType<typeof count> | undefined;
  return () => (looking ??= count().finally(() => (looking = undefined)));
}
