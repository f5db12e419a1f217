import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { render } from './render.ts';
import { RenderingThread, timeAllowed } from './rendering-thread.server.ts';

const thread = new RenderingThread(new URL('testing/worker.ts', import.meta.url));

afterAll(() => thread.close());

describe('the thread that renders', () => {
  it('renders a batch in its order', async () => {
    expect(await thread.render(['*a*', '<b>'])).toEqual([render('*a*'), render('<b>')]);
  });

  it('gives up what takes too long, and then renders what waited behind it', async () => {
    expect(await Promise.all([thread.render(['*a*', 'forever']), thread.render(['*b*'])])).toEqual([
      null,
      [render('*b*')],
    ]);
  });

  it('leaves the main thread free meanwhile', async () => {
    const order: string[] = [];
    const given = thread.render(['forever']).then(() => order.push('given up'));
    await new Promise((resolve) => setTimeout(resolve, 10)).then(() => order.push('went on'));
    await given;
    expect(order).toEqual(['went on', 'given up']);
  });

  it('hands on what broke, and goes on', async () => {
    await expect(thread.render(['broken'])).rejects.toThrow('broken');
    expect(await thread.render(['*a*'])).toEqual([render('*a*')]);
  });

  it('starts again after it was closed', async () => {
    await thread.close();
    expect(await thread.render(['*a*'])).toEqual([render('*a*')]);
  });

  it('ends a thread that is only starting when that is done', async () => {
    const starting = new RenderingThread(new URL('testing/worker.ts', import.meta.url));
    const awake = starting.wake();
    await nextTurn();
    await starting.close();
    await expect(awake).resolves.toBeUndefined();
  });

  it('says that it cannot start', async () => {
    const none = new RenderingThread(new URL('testing/none.ts', import.meta.url));
    await expect(none.render(['*a*'])).rejects.toThrow('none.ts');
  });
});

describe('the time a batch may take', () => {
  it.each([
    [0, 2, 1_000],
    [2.03, 2, 1_015],
    [2.0301, 2, 1_016],
    [400, 2, 4_000],
  ])('at load %d on %i processors is %i ms: whole, as timers want it', (load, processors, ms) => {
    expect(timeAllowed(load, processors)).toBe(ms);
    expect(() => AbortSignal.timeout(timeAllowed(load, processors))).not.toThrow();
  });
});
