import { expect, test } from 'vitest';
import { countKept, registry } from './metrics.ts';

async function counted(status: string): Promise<number> {
  const line = new RegExp(`^forum_requests_total\\{from="kept",status="${status}"\\} (\\d+)$`, 'm');
  return Number(line.exec(await registry.metrics())?.[1]);
}

test('pages from memory are counted once each, however often the figures are asked for', async () => {
  const [sent, known] = [await counted('2xx'), await counted('3xx')];
  countKept(false);
  countKept(false);
  countKept(true);
  await registry.metrics();
  expect([await counted('2xx'), await counted('3xx')]).toEqual([sent + 2, known + 1]);
});
