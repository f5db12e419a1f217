import { describe, expect, test } from 'vitest';
import type { PageRecord } from '../page-record.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { PageCache, type MadePage } from './page-cache.server.ts';

const FOREVER = Number.MAX_SAFE_INTEGER;

function pageOf(text: string): KeptPage {
  return new KeptPage({ status: 200, headers: new Headers({ ETag: '"a"' }), body: Buffer.from(text) });
}

function made(page: KeptPage | undefined, record: Partial<PageRecord> = {}): MadePage<string> {
  const whole = { tags: new Set<string>(), untold: new Set<string>(), until: FOREVER, onShown: [], ...record };
  return { answer: 'for one alone', page, record: whole };
}

/** A page that is being made until the test says that it is done. */
function slow() {
  let finish: (page: MadePage<string>) => void = () => {};
  const making = new Promise<MadePage<string>>((resolve) => (finish = resolve));
  return { make: () => making, finish };
}

describe('a page that was kept', () => {
  test('is found until something that it showed changes, and others stay', async () => {
    const cache = new PageCache(() => true);
    const [one, other] = [pageOf('one'), pageOf('other')];
    await cache.make('one', async () => made(one, { tags: new Set(['thread:a', 'accounts']) }));
    await cache.make('other', async () => made(other, { tags: new Set(['thread:b', 'accounts']) }));
    cache.change(['posts', 'thread:a']);
    expect(cache.get('one')).toBeUndefined();
    expect(cache.get('other')).toBe(other);
    cache.change(['accounts']);
    expect(cache.get('other')).toBeUndefined();
  });

  test('counts as shown each time', async () => {
    const cache = new PageCache(() => true);
    let shown = 0;
    await cache.make('one', async () => made(pageOf('one'), { onShown: [() => shown++] }));
    cache.get('one');
    cache.get('one');
    expect(shown).toBe(2);
  });

  test('is not served when its time is up, nor while changes may be missed', async () => {
    let isCurrent = true;
    const cache = new PageCache(() => isCurrent);
    await cache.make('old', async () => made(pageOf('old'), { until: 1 }));
    expect(cache.get('old')).toBeUndefined();
    await cache.make('one', async () => made(pageOf('one')));
    isCurrent = false;
    expect(cache.get('one')).toBeUndefined();
    isCurrent = true;
    expect(cache.get('one')).toBeDefined();
    cache.changeAll();
    expect(cache.get('one')).toBeUndefined();
  });

  test('makes room for pages that are read more', async () => {
    const cache = new PageCache(() => true, 3 * pageOf('x').size);
    for (const key of ['a', 'b', 'c']) await cache.make(key, async () => made(pageOf('x')));
    cache.get('a');
    await cache.make('d', async () => made(pageOf('x')));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
    expect(cache.size.bytes).toBeLessThanOrEqual(3 * pageOf('x').size);
  });
});

describe('a page that is being made', () => {
  test('is made once for a thousand who wait', async () => {
    const cache = new PageCache(() => true);
    const { make, finish } = slow();
    let times = 0;
    const counted = () => {
      times++;
      return make();
    };
    const waiting = Array.from({ length: 1000 }, () => cache.make('one', counted));
    const page = pageOf('one');
    expect([cache.isMaking('one'), cache.isMaking('other')]).toEqual([true, false]);
    finish(made(page));
    for (const result of await Promise.all(waiting)) expect(result).toEqual({ page });
    expect(times).toBe(1);
    expect(cache.isMaking('one')).toBe(false);
  });

  test('is not kept when something that it read changed meanwhile, nor given to who comes after that', async () => {
    const cache = new PageCache(() => true);
    const before = slow();
    const first = cache.make('one', before.make);
    cache.change(['thread:a']);
    expect(cache.isMaking('one')).toBe(false);
    const after = pageOf('after');
    expect(await cache.make('one', async () => made(after))).toEqual({ page: after });
    before.finish(made(pageOf('before'), { tags: new Set(['thread:a']) }));
    await first;
    expect(cache.get('one')).toBe(after);
  });

  test('is not kept when it read what nobody tells of', async () => {
    const cache = new PageCache(() => true);
    await cache.make('one', async () => made(pageOf('one'), { untold: new Set(['vaults']) }));
    expect(cache.get('one')).toBeUndefined();
  });

  test('is made for each one apart when it is for one reader alone', async () => {
    const cache = new PageCache(() => true);
    const results = await Promise.all([1, 2].map(() => cache.make('one', async () => made(undefined))));
    expect(results).toEqual([{ answer: 'for one alone' }, { answer: 'for one alone' }]);
    expect(cache.get('one')).toBeUndefined();
  });

  test('that fails fails for who made it, and the next one tries again', async () => {
    const cache = new PageCache(() => true);
    await expect(cache.make('one', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const page = pageOf('one');
    expect(await cache.make('one', async () => made(page))).toEqual({ page });
  });
});
