import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { registry } from '../metrics/metrics.ts';
import { Admission, type Urgency } from './admission.server.ts';

const answers = new EventEmitter();
let admission: Admission;
let begun: string[];

beforeEach(() => {
  admission = new Admission(2, 3);
  begun = [];
});
afterEach(() => void vi.useRealTimers());

/** Asks for a page that is made until `finish`; gives its name, or why it was not made. */
function ask(name: string, urgency: Urgency = 'usual'): Promise<string> {
  const made = admission.admit(urgency, async () => {
    begun.push(name);
    await once(answers, name);
    return name;
  });
  return made.catch((error: unknown) => (error as Error).message);
}

async function finish(...names: string[]): Promise<void> {
  for (const name of names) {
    await untilBegun(name);
    answers.emit(name);
  }
}

const untilBegun = (name: string) => vi.waitFor(() => expect(begun).toContain(name), { interval: 1, timeout: 30_000 });

async function figure(name: string): Promise<string | undefined> {
  return new RegExp(`^${name} (\\d+)$`, 'm').exec(await registry.metrics())?.[1];
}

describe('admission', () => {
  test('lets in so many at once, and the others in the order in which they came', async () => {
    const asked = ['a', 'b', 'c', 'd'].map((name) => ask(name));
    await untilBegun('b');
    expect(begun).toEqual(['a', 'b']);
    await finish('b');
    await untilBegun('c');
    expect(begun).toEqual(['a', 'b', 'c']);
    await finish('a', 'c', 'd');
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('turns away whom there is no room for, at once', async () => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name));
    expect(await ask('f')).toBe('busy');
    await finish('a', 'b', 'c', 'd', 'e');
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(begun).not.toContain('f');
  });

  test('has what somebody wrote go first, and takes the place of a page for it', async () => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name));
    const reply = ask('reply', 'urgent');
    expect(await asked[4]).toBe('busy');
    await finish('a');
    await untilBegun('reply');
    expect(begun).toEqual(['a', 'b', 'reply']);
    await finish('b', 'reply', 'c', 'd');
    expect(await reply).toBe('reply');
  });

  test('turns away a text too when there are only texts', async () => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name, 'urgent'));
    expect(await ask('f', 'urgent')).toBe('busy');
    await finish('a', 'b', 'c', 'd', 'e');
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('keeps a page waiting for a second and a text for ten', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const asked = ['a', 'b'].map((name) => ask(name));
    const [page, reply] = [ask('page'), ask('reply', 'urgent')];
    vi.advanceTimersByTime(1_000);
    expect(await page).toBe('busy');
    vi.advanceTimersByTime(8_999);
    vi.useRealTimers();
    await finish('a', 'reply', 'b');
    expect(await Promise.all([...asked, reply])).toEqual(['a', 'b', 'reply']);
    expect(begun).not.toContain('page');
  });

  test('lets nobody in who has waited too long, though the process had no time to say so', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const asked = ['a', 'b'].map((name) => ask(name));
    const late = ask('late');
    vi.advanceTimersByTime(1_000);
    const inTime = ask('in time');
    await finish('a');
    expect(await late).toBe('busy');
    await finish('b', 'in time');
    expect(await Promise.all([...asked, inTime])).toEqual(['a', 'b', 'in time']);
  });

  test('once it ends tells nobody who waits that it is too late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const asked = ['a', 'b', 'waiting'].map((name) => ask(name));
    admission.makePatient();
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await finish('a', 'b', 'waiting');
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'waiting']);
  });

  test('makes no page before the process has looked who else has come', async () => {
    const asked = [ask('a'), ask('b')];
    // As much as a page does that waits for nothing but the embedded database.
    for (let turn = 0; turn < 1_000; turn++) await Promise.resolve();
    expect(begun).toEqual([]);
    await finish('a', 'b');
    await Promise.all(asked);
  });

  test('gives the place of a page that failed to the next', async () => {
    admission = new Admission(1, 3);
    const failing = admission.admit('usual', () => Promise.reject(new Error('broken')));
    const next = ask('next');
    await expect(failing).rejects.toThrow('broken');
    await finish('next');
    expect(await next).toBe('next');
  });

  test('tells how many wait, and how many were turned away', async () => {
    const before = Number((await figure('forum_requests_turned_away_total\\{why="full"\\}')) ?? 0);
    const asked = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ask(name));
    await asked[5];
    expect(await figure('forum_requests_waiting')).toBe('3');
    expect(await figure('forum_requests_turned_away_total\\{why="full"\\}')).toBe(String(before + 1));
    await finish('a', 'b', 'c', 'd', 'e');
    await Promise.all(asked);
    expect(await figure('forum_requests_waiting')).toBe('0');
  });
});
