import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError } from './config.server.ts';
import { loadSealKeys } from './seal-key-file.server.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'seal-key-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const load = () => loadSealKeys({ dataDir, sealKeys: [] });
const file = () => join(dataDir, 'secrets', 'seal-key');

test('the first start makes a key for its owner alone, and later ones find it', async () => {
  const [made] = await load();
  expect(made).toHaveLength(32);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700);
  expect(await load()).toEqual([made]);
});

test('several keys make a keyring, the newest first', async () => {
  const [made] = await load();
  const newer = Buffer.alloc(32, 7);
  await writeFile(file(), `${newer.toString('base64')}\n${await readFile(file(), 'utf8')}`);
  expect(await load()).toEqual([newer, made]);
});

test('a key that others can read is refused', async () => {
  await load();
  await chmod(file(), 0o640);
  await expect(load()).rejects.toThrow(ConfigError);
});

test.each(['', 'short', Buffer.alloc(31).toString('base64')])(
  'a damaged file (%s) is refused, and stays',
  async (text) => {
    await load();
    await writeFile(file(), text);
    await expect(load()).rejects.toThrow(/damaged/);
    expect(await readFile(file(), 'utf8')).toBe(text);
  },
);

test('beside a database whose key is gone no other is made', async () => {
  await mkdir(join(dataDir, 'db'));
  await expect(load()).rejects.toThrow(/no key beside it: put its key back/);
  await expect(stat(file())).rejects.toThrow(/ENOENT/);
});

test('SEAL_KEY goes before the file, and makes none', async () => {
  const key = Buffer.alloc(32, 1);
  expect(await loadSealKeys({ dataDir, sealKeys: [key] })).toEqual([key]);
  await expect(stat(file())).rejects.toThrow(/ENOENT/);
});
