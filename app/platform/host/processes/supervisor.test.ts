import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useLogLevel } from '../../log.server.ts';
import { NotStarted, Supervisor } from './supervisor.server.ts';

const PARROT = join(import.meta.dirname, 'testing/parrot.mjs');

let folder: string;
let supervisor: Supervisor;

beforeAll(() => useLogLevel('silent'));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-supervisor-'));
  process.env['PARROT_DIARY'] = join(folder, 'diary');
  delete process.env['PARROT'];
  supervisor = new Supervisor(PARROT, { first: 1, longest: 1 });
});
afterEach(async () => {
  await supervisor.stop();
  await rm(folder, { recursive: true });
});

const diary = async (): Promise<string[]> =>
  (await readFile(join(folder, 'diary'), 'utf8')).trim().replaceAll(/ \d+/g, '').split('\n');
/** One that has ended is among the workers until its channel is closed too. */
const living = (): number[] =>
  Object.values(cluster.workers ?? {}).flatMap((worker) => (worker && !worker.isDead() ? [worker.id] : []));
const kill = (id: number) =>
  Object.values(cluster.workers ?? {})
    .find((worker) => worker?.id === id)
    ?.process.kill(9);
const nextReady = (): Promise<unknown> =>
  new Promise((resolve) => {
    const onMessage = (_worker: unknown, { kind }: { kind: string }): void => {
      if (kind !== 'ready') return;
      cluster.off('message', onMessage);
      resolve(undefined);
    };
    cluster.on('message', onMessage);
  });

function ask(origin: string, path = '/'): Promise<string> {
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, { agent: false }, (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

/**
 * Who gave which answer, each on a connection of its own, until every living process has given one: a connection goes to whichever is free,
 * and of busy ones that may be the same one again and again.
 */
async function askUntilAllAnswered(origin: string): Promise<number[]> {
  const answers: number[] = [];
  while (living().some((id) => !answers.includes(id))) {
    answers.push(...(await Promise.all([ask(origin), ask(origin), ask(origin)])).map(Number));
  }
  return answers;
}

async function answering(origin: string): Promise<number[]> {
  return [...new Set(await askUntilAllAnswered(origin))].sort((a, b) => a - b);
}

describe('the supervisor', () => {
  test('lets the first process bring everything up to date before it starts the others, which share its port', async () => {
    const origin = await supervisor.start(3);
    expect((await diary()).slice(0, 3)).toEqual(['begins', 'serves', 'begins']);
    expect(await answering(origin)).toEqual(living());
    expect(living()).toHaveLength(3);
  });

  test('starts nothing more when the first does not come to serving', async () => {
    process.env['PARROT'] = 'mute';
    await expect(supervisor.start(3)).rejects.toThrow(NotStarted);
    expect(await diary()).toEqual(['begins']);
  });

  test('replaces a process that was killed', async () => {
    const origin = await supervisor.start(2);
    const [killed = 0, other = 0] = living();
    const ready = nextReady();
    kill(killed);
    await ready;
    const answered = await answering(origin);
    expect(answered).toEqual(living());
    expect(answered).toContain(other);
    expect(answered).not.toContain(killed);
    expect(answered).toHaveLength(2);
  });

  test('gives up when processes end again and again as soon as they have started', async () => {
    await supervisor.start(1);
    process.env['PARROT'] = 'mayfly';
    kill(living()[0] ?? 0);
    await expect(supervisor.givenUp).rejects.toThrow('again and again');
    expect(living()).toEqual([]);
  });

  test('replaces all processes without losing a connection, each when the next one serves', async () => {
    const origin = await supervisor.start(2);
    const before = living();
    let isOver = false;
    const answers: string[] = [];
    const reader = async (): Promise<void> => {
      while (!isOver) answers.push(await ask(origin));
    };
    const readers = [reader(), reader(), reader(), reader()];
    await supervisor.replaceAll();
    const after = await answering(origin);
    isOver = true;
    await Promise.all(readers);
    expect(after).toHaveLength(2);
    expect(before.filter((id) => after.includes(id))).toEqual([]);
    expect(answers.every((answer) => Number(answer) > 0)).toBe(true);
    const [start, change] = [
      ['begins', 'serves'],
      ['begins', 'serves', 'replaced'],
    ];
    expect(await diary()).toEqual([start, start, change, change].flat());
  });

  test('keeps the old processes when no new one starts', async () => {
    const origin = await supervisor.start(2);
    process.env['PARROT'] = 'mute';
    const before = living();
    await supervisor.replaceAll();
    expect(await answering(origin)).toEqual(before);
  });

  test('tells the metrics of all together, those too that were counted by who has left', async () => {
    const origin = await supervisor.start(2);
    const { length } = await askUntilAllAnswered(origin);
    expect(await ask(origin, '/metrics')).toMatch(new RegExp(`^answered ${length + 1}$`, 'm'));
    await supervisor.replaceAll();
    const text = await ask(origin, '/metrics');
    expect(text).toMatch(new RegExp(`^answered ${length + 2}$`, 'm'));
    // Read from the database by each, it is no sum.
    expect(text).toMatch(new RegExp(`^waiting ${Math.max(...living())}$`, 'm'));
  });

  test('ends one too that has not come to serving, which hears no message yet', async () => {
    await supervisor.start(1);
    process.env['PARROT'] = 'deaf';
    const online = once(cluster, 'online');
    const replacing = supervisor.replaceAll();
    const [deaf] = (await online) as [Worker];
    const ended = once(deaf, 'exit');
    await supervisor.stop();
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect(living()).toEqual([]);
    await replacing;
  });

  test('ends all of them, and replaces none', async () => {
    await supervisor.start(2);
    const exits = living().map((id) => once(cluster.workers?.[id] as NodeJS.EventEmitter, 'exit'));
    await supervisor.stop();
    expect(await Promise.all(exits)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect((await diary()).filter((line) => line === 'stopped')).toHaveLength(2);
  });
});
