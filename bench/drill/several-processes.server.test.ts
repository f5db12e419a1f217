import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { currentDatabase } from '#app/platform/db.server.ts';
import { runOnServer, withDatabaseName } from '#prisma/testing/server-statements.ts';
import { anew } from '../anew.ts';
import { START } from '../start-command.ts';
import { steadyLoad } from './steady-load.ts';

let folder: string;
let forum: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-processes-'));
});
afterEach(async () => {
  forum.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Starts the built forum with two processes. `said` waits for a line that it writes, and gives it. */
function start(env: Record<string, string>) {
  const own = {
    WEB_CONCURRENCY: '2',
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    DEMO: '0',
    NODE_ENV: 'production',
  } as const;
  // What this process was told of the tests does not hold for the forum.
  const none = { VITEST: undefined, NODE_OPTIONS: undefined, ORIGIN: undefined, DATABASE_URL: undefined };
  forum = spawn(process.execPath, START, {
    env: { ...process.env, ...none, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(forum, 'exit').then(([code]) => code as number | null);
  const lines: string[] = [];
  const said = (wanted: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = lines.find((one) => one.includes(wanted));
        if (line !== undefined) resolve(line);
      };
      look();
      for (const stream of [forum.stdout, forum.stderr]) {
        if (!stream) continue;
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line);
          look();
        });
      }
      void ended.then(() => reject(new Error(lines.join('\n'))));
    });
  return { said, ended };
}

async function onServer(): Promise<void> {
  const base = inject('serverBase');
  if (!('url' in base)) throw new Error('There is no server in this run');
  const name = `forum_processes_${randomBytes(6).toString('hex')}`;
  await runOnServer(base.url, `CREATE DATABASE ${name} TEMPLATE ${base.name}`);
  try {
    const seal = { SEAL_KEY: randomBytes(32).toString('base64') };
    const { said, ended } = start({ ...seal, DATABASE_URL: withDatabaseName(base.url, name) });
    const port = /:(\d+)/.exec(await said('The forum is open'))?.[1] ?? '';
    const origin = `http://127.0.0.1:${port}`;
    const load = steadyLoad(() => origin + anew('/'), 2);
    forum.kill('SIGHUP');
    await said('all web processes replaced');
    const { answered, refused, dropped } = await load.stop();
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    forum.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect({ refused, dropped }).toEqual({ refused: 0, dropped: [] });
    const counted = [...metrics.matchAll(/^forum_requests_total\{.*\} (\d+)$/gm)].map(([, number]) => Number(number));
    // Those of processes that have left are among them.
    expect(counted.reduce((sum, number) => sum + number, 0)).toBeGreaterThan(answered / 2);
  } finally {
    forum.kill('SIGKILL');
    await runOnServer(base.url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function onEmbedded(): Promise<void> {
  const { said, ended } = start({});
  expect(await said('Configuration')).toBe('Configuration: WEB_CONCURRENCY: more than one process needs DATABASE_URL');
  expect(await ended).toBe(1);
}

if (currentDatabase().kind === 'server') {
  test('several processes are replaced under load without a request lost', onServer);
} else {
  test('more than one process on the embedded database is refused in a line', onEmbedded);
}
