import { db } from '#app/platform/db.server.ts';
import { gauge } from '#app/platform/metrics/metrics.ts';

/**
 * Puts into `/metrics` how far the indexes are behind: how many changes wait for each, and for how many seconds at most. Rows of the
 * outbox hold no times, so that is counted from the last look at which none waited.
 */
export function measureOutbox(): void {
  for (const [name, stages] of [
    ['index', ['index']],
    ['meilisearch', ['relay', 'replay']],
  ] as const) {
    let clearAt = performance.now();
    const waiting = (): Promise<number> => db.outbox.count({ where: { stage: { in: [...stages] } } });
    gauge(`outbox_${name}_waiting`, `Changes that the index (${name}) has yet to hear of`, waiting);
    gauge(`outbox_${name}_lag_seconds`, `Seconds since no change waited for the index (${name})`, async () => {
      if ((await waiting()) === 0) clearAt = performance.now();
      return (performance.now() - clearAt) / 1_000;
    });
  }
}
