import { expect, it } from 'vitest';
import { Compacting } from './compacting.ts';

it('compacts once after words went, and not again before it has rested fifty times as long as it took', async () => {
  let time = 0;
  let times = 0;
  const compacting = new Compacting();
  const run = () =>
    compacting.run(
      async () => {
        times += 1;
        time += 1_000;
      },
      () => time,
    );
  await run();
  expect(times).toBe(0);
  compacting.note({ leftTraces: true });
  await run();
  await run();
  expect(times).toBe(1);
  compacting.note({ leftTraces: true });
  compacting.note({ leftTraces: false });
  time += 49_999;
  await run();
  expect(times).toBe(1);
  time += 1;
  await run();
  expect(times).toBe(2);
});

it('what failed is due again', async () => {
  let time = 0;
  const compacting = new Compacting();
  compacting.note({ leftTraces: true });
  await expect(
    compacting.run(
      () => Promise.reject(new Error('full')),
      () => time,
    ),
  ).rejects.toThrow('full');
  time += 10_000;
  let ran = false;
  await compacting.run(
    async () => void (ran = true),
    () => time,
  );
  expect(ran).toBe(true);
});
