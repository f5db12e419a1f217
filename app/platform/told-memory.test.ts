import { afterEach, expect, test } from 'vitest';
import { recordPage } from './page-record.server.ts';
import { forgetAll, forgetChanged, rememberedUntilTold, rememberWhile } from './told-memory.server.ts';

afterEach(() => rememberWhile(() => false));

function counted() {
  let reads = 0;
  return rememberedUntilTold(['topics'], () => Promise.resolve(++reads));
}

test('is read each time where nobody tells of changes', async () => {
  const read = counted();
  expect([await read(), await read()]).toEqual([1, 2]);
});

test('is kept until its table changes, or anything may have', async () => {
  const read = counted();
  rememberWhile(() => true);
  expect([await read(), await read()]).toEqual([1, 1]);
  forgetChanged(['posts', 'thread:abc']);
  expect(await read()).toBe(1);
  forgetChanged(['topics']);
  expect(await read()).toBe(2);
  forgetAll();
  expect(await read()).toBe(3);
});

test('is not relied on while notices may be missed', async () => {
  const read = counted();
  let isCurrent = true;
  rememberWhile(() => isCurrent);
  expect(await read()).toBe(1);
  isCurrent = false;
  expect(await read()).toBe(2);
});

test('what was being read when a change came is not kept', async () => {
  let answer: (value: string) => void = () => undefined;
  const read = rememberedUntilTold(['topics'], () => new Promise<string>((resolve) => (answer = resolve)));
  rememberWhile(() => true);
  const before = read();
  const first = answer;
  forgetChanged(['topics']);
  const after = read();
  answer('new');
  first('old');
  expect([await before, await after, await read()]).toEqual(['old', 'new', 'new']);
});

test('a failure is not kept, and a page that shows it depends on its table', async () => {
  let fails = true;
  const read = rememberedUntilTold(['topics'], () =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve('here'),
  );
  rememberWhile(() => true);
  await expect(read()).rejects.toThrow('away');
  fails = false;
  const { made, record } = await recordPage(read, false);
  expect(made).toBe('here');
  expect(record.tags).toContain('topics');
});
