import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EngineUnavailable } from '#search/engine-unavailable.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { log } from '#app/platform/log.server.ts';
import { keepMeilisearch } from './keep-meilisearch.server.ts';

const MINUTE = 60_000;
const away = () => Promise.reject(new EngineUnavailable('refused', 'Nobody answers'));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('warns of a server that is away, and calls for a person when it stays away', async () => {
  const [warned, called] = [vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')];
  const kept = keepMeilisearch({ prepare: vi.fn(away) } as Partial<MeilisearchEngine> as MeilisearchEngine);
  try {
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(warned).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Nobody answers');
    expect(called).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(warned).toHaveBeenCalledTimes(1);
    expect(called).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Nobody answers');
  } finally {
    await kept.stop();
  }
});
