import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError } from './config.server.ts';
import { lockDataDir } from './data-lock.server.ts';
import { thisProcess } from './process-identity.server.ts';

let dir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'forum-lock-')), 'data');
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(killAtOnce));
  await rm(join(dir, '..'), { recursive: true });
});

test('one that has it is named to the next, with the directory', async () => {
  const lock = await lockDataDir(dir);
  const second = lockDataDir(dir);
  await expect(second).rejects.toThrow(ConfigError);
  await expect(second).rejects.toThrow(`${dir} is in use by another process (pid ${process.pid})`);
  await lock.release();
  await (await lockDataDir(dir)).release();
  expect(await readdir(dir)).toEqual([]);
});

test('another program is refused, and what a killed one left is taken over', async () => {
  const other = await holdElsewhere();
  await expect(lockDataDir(dir)).rejects.toThrow(`(pid ${other.pid})`);
  await killAtOnce(other);
  await (await lockDataDir(dir)).release();
});

test('a later process with the number of the one that ended does not count as it', async () => {
  const { pid } = await thisProcess();
  await leaveLock({ pid, started: 'another boot/1', token: 'stale' });
  await (await lockDataDir(dir)).release();
});

test('of many at once one gets it, be the place empty or a stale lock there', async () => {
  for (const stale of [false, true]) {
    if (stale) await leaveLock({ pid: 1, started: 'another boot/1', token: 'stale' });
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => lockDataDir(dir)));
    const got = tries.filter((attempt) => attempt.status === 'fulfilled');
    expect(got).toHaveLength(1);
    await Promise.all(got.map(({ value }) => value.release()));
    expect(await readdir(dir)).toEqual([]);
  }
});

test('a take-over that was killed half-way is gone over again', async () => {
  const stale = { pid: 1, started: 'another boot/1', token: 'stale' };
  await leaveLock(stale);
  await leaveLock({ ...stale, token: 'half-way' }, 'lock.after-stale');
  await (await lockDataDir(dir)).release();
  expect(await readdir(dir)).toEqual([]);
});

test('a lock that is not one is not overwritten', async () => {
  await (await lockDataDir(dir)).release();
  await writeFile(join(dir, 'lock'), 'something else');
  await expect(lockDataDir(dir)).rejects.toThrow(/lock cannot be read/);
});

test('directory and lock are for their owner alone', async () => {
  const lock = await lockDataDir(dir);
  const modes = await Promise.all([dir, join(dir, 'lock')].map(async (path) => (await stat(path)).mode & 0o777));
  expect(modes).toEqual([0o700, 0o600]);
  await lock.release();
});

async function leaveLock(holder: object, name = 'lock'): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, name), JSON.stringify(holder));
}

async function holdElsewhere(): Promise<ChildProcess> {
  const program = `
    const { lockDataDir } = await import('#app/platform/data-lock.server.ts');
    await lockDataDir(${JSON.stringify(dir)});
    console.log('held');
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function killAtOnce(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
