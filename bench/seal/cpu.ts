import { quantile } from '../quantile.ts';

/** CPU in ms (user and system, all threads of this process, its embedded database included) that one `run` takes. */
async function once(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What one of several ways of doing something takes: the middle one of `times`, after a warm-up. */
export async function cpuOf(run: () => Promise<unknown>, times: number): Promise<number> {
  const [cost = NaN] = await cpuOfEach([run], times);
  return cost;
}

/**
 * The same for several ways of doing something, done in turns: whatever else the machine does falls on all alike, and what
 * happens now and then (a collection of garbage) on none.
 */
export async function cpuOfEach(ways: readonly (() => Promise<unknown>)[], times: number): Promise<number[]> {
  for (let i = 0; i < Math.ceil(times / 10); i++) for (const run of ways) await run();
  const costs = ways.map((): number[] => []);
  for (let i = 0; i < times; i++) {
    for (const [way, run] of ways.entries()) costs[way]?.push(await once(run));
  }
  return costs.map((values) => quantile(values, 0.5));
}
