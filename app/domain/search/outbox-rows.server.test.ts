import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { claimRows, postponeRows, relayRows, whileClaimed } from './outbox-rows.server.ts';

/** Shorter than anybody waits for what was just written. */
const SOON = 20;

beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.outbox.create({ data: { id: newId(), entity: 'post', entityId: newId() }, select: { id: true } });
});

afterEach(() => vi.useRealTimers());

/** As if so long had gone by that every claim lapsed. */
const lapse = () => db.$executeRaw`UPDATE outbox SET claimed_until = now() - interval '1 second'`;
const secondsLeft = async (): Promise<number> => {
  const [row] = await db.$queryRaw<
    { left: number }[]
  >`SELECT extract(epoch FROM claimed_until - now())::float8 AS left FROM outbox`;
  return row?.left ?? 0;
};

test('a claim is nobody else’s, and lapses soon once who made it is gone', async () => {
  expect(await claimRows('index')).toHaveLength(1);
  expect(await claimRows('index')).toEqual([]);
  expect(await secondsLeft()).toBeLessThan(SOON);
  await lapse();
  expect(await claimRows('index')).toMatchObject([{ attempts: 2 }]);
});

test('a claim is renewed for as long as the work takes, and not after', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const rows = await claimRows('index');
  let done = (): void => undefined;
  const work = whileClaimed(rows, () => new Promise<void>((resolve) => (done = resolve)));
  for (let time = 0; time < 2; time += 1) {
    await lapse();
    vi.advanceTimersToNextTimer();
    await vi.waitFor(async () => expect(await secondsLeft()).toBeGreaterThan(0));
    expect(await claimRows('index')).toEqual([]);
  }
  done();
  await work;
  expect(vi.getTimerCount()).toBe(0);
});

test('rows that another took over and has done are left to be', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const rows = await claimRows('index');
  await whileClaimed(rows, async () => {
    await relayRows(rows);
    vi.advanceTimersToNextTimer();
  });
  expect(await db.outbox.findFirst({ select: { stage: true, claimedUntil: true } })).toEqual({
    stage: 'relay',
    claimedUntil: null,
  });
  await postponeRows([{ ...rows[0]!, attempts: 9 }]);
  await whileClaimed(rows, () => Promise.resolve(vi.advanceTimersToNextTimer()));
  expect(await secondsLeft()).toBeGreaterThan(SOON);
});

test('a claim ends with the work that failed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await expect(whileClaimed(await claimRows('index'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});
