import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { FORMAT_VERSION } from '#prisma/backup/format.ts';
import { openDatabase, type Database } from '#prisma/client.ts';
import { readMigrations } from '#prisma/migration-files.ts';
import { runOnServer, withDatabaseName } from '#prisma/testing/server-statements.ts';
import { freePort } from '#search/testing/free-port.ts';
import { currentDatabase } from '#app/platform/db.server.ts';
import { START } from '../start-command.ts';
import { fill, makeSmall, NoSmallDisk } from './small-disk.ts';

const SEAL_KEY = randomBytes(32).toString('base64');
const SURROUNDINGS = { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', DEMO: '0' } as const;
const NEWER = `CREATE TABLE _prisma_migrations (migration_name text, finished_at timestamptz);
  INSERT INTO _prisma_migrations VALUES ('9999_to_come', now())`;

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-set-up-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true }));

type Try = { env?: Record<string, string>; command?: readonly string[]; clock?: number };

/** Starts the built forum, or runs a command, as an operator would who sets nothing but `env`; `clock`: ms by which it is off. */
async function attempt({ env = {}, command = [], clock = 0 }: Try) {
  const shifted = `data:text/javascript,Date.now=(read=>()=>read()+(${clock}))(Date.now)`;
  const child = spawn(process.execPath, ['--import', shifted, ...START, ...command], {
    env: { ...SURROUNDINGS, DATA_DIR: dataDir, INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let wrote = '';
  child.stderr.on('data', (data) => (wrote += String(data)));
  // It ought not to: then the exit code is none.
  child.stdout.on('data', (data) => String(data).includes('The forum is open') && child.kill('SIGKILL'));
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, said: wrote.trim().split('\n') };
}

/** Every path below `place`, or nothing where there is none. */
async function pathsIn(place: string): Promise<string[]> {
  return (await readdir(place, { recursive: true }).catch(() => [])).sort();
}

/** What was tried came to nothing: one line that `says` what to mend, exit code 1, and no file made or gone. */
async function expectRefusal(tried: Try, says: RegExp): Promise<void> {
  const before = await pathsIn(folder);
  const { exit, said } = await attempt(tried);
  expect({ exit, said }).toEqual({ exit: 1, said: [expect.stringMatching(says)] });
  expect(await pathsIn(folder)).toEqual(before);
}

async function tablesOf(database: Database): Promise<unknown[]> {
  const { rows } = await database.query(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  await database.close();
  return rows;
}

const packed = (...lines: object[]): Buffer => gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

async function head(changes: object): Promise<object> {
  const migrations = (await readMigrations()).migrationDirectories.map(({ path }) => path);
  const hour = new Date(0).toISOString();
  return { format: 'both-chairs-backup', version: FORMAT_VERSION, holds: 'everything', migrations, hour, ...changes };
}

function onNoDatabase(): void {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'DATABASE_URL that is no address',
      { DATABASE_URL: 'localhost/forum', SEAL_KEY },
      /DATABASE_URL: must be an address/,
    ],
    ['DATABASE_URL without SEAL_KEY', { DATABASE_URL: 'postgresql://localhost/forum' }, /SEAL_KEY: required/],
    ['SEAL_KEY that is none', { SEAL_KEY: 'secret' }, /SEAL_KEY: each key must be 32 bytes in base64/],
    ['MEILI_HOST that is no address', { MEILI_HOST: 'localhost:7700' }, /MEILI_HOST: must be an http\(s\) address/],
    ['a machine that nobody knows', { DATABASE_URL: 'postgresql://x.invalid/forum', SEAL_KEY }, /name .* DATABASE_URL/],
    [
      'a machine that several processes ask for in vain',
      { WEB_CONCURRENCY: '2' },
      /WEB_CONCURRENCY: .* needs DATABASE_URL/,
    ],
  ])('%s', (_what, env, says) => expectRefusal({ env }, says));

  test('a database server that is not there', async () => {
    const DATABASE_URL = `postgresql://forum:hush@127.0.0.1:${await freePort()}/forum`;
    const says = /^Database: nothing listens at the address in DATABASE_URL: start the database server, or correct/;
    await expectRefusal({ env: { DATABASE_URL, SEAL_KEY } }, says);
    await expectRefusal({ env: { DATABASE_URL, SEAL_KEY }, command: ['search', 'status'] }, says);
  });

  test('a key that others can read, one that is damaged, and one that is gone', async () => {
    const key = join(dataDir, 'secrets', 'seal-key');
    await mkdir(join(dataDir, 'secrets'), { recursive: true });
    await writeFile(key, SEAL_KEY);
    await chmod(key, 0o644);
    await expectRefusal({}, new RegExp(`can be read by others .* chmod 600 ${key}`));
    await chmod(key, 0o600);
    await writeFile(key, 'damaged');
    await expectRefusal({}, /seal-key is damaged: it must hold 32 bytes/);
    await rm(key);
    await mkdir(join(dataDir, 'db'));
    await expectRefusal({}, /no key beside it: put its key back at .*, or name it in SEAL_KEY/);
  });

  test('a DATA_DIR that is a file', async () => {
    await writeFile(dataDir, '');
    await expectRefusal({}, /^DATA_DIR: .*data is not a directory/);
  });

  test('a disk that is full', async ({ skip }) => {
    const unmount = await makeSmall(folder, 8).catch((error: unknown) => {
      if (error instanceof NoSmallDisk) skip(`no small disk can be made here: ${error.message}`);
      throw error;
    });
    try {
      fill(folder);
      await expectRefusal({}, /^DATA_DIR: the disk under .*data is full: of the 100 MB .* 0 are free\. Make room/);
    } finally {
      await unmount();
    }
  });

  test('a clock that shows a day before the program was made', () =>
    expectRefusal({ clock: -1e12 }, /^Clock: this machine says that it is .*, and the program was made at .*NTP/));

  test('a database of a newer version', async () => {
    const made = await openDatabase({ dataDir });
    await made.query(NEWER);
    await made.close();
    const { exit, said } = await attempt({ env: { SEAL_KEY } });
    expect({ exit, said }).toEqual({
      exit: 1,
      said: [expect.stringMatching(/newer than this program.*9999_to_come\. Run/)],
    });
    expect(await tablesOf(await openDatabase({ dataDir }))).toEqual([{ name: '_prisma_migrations' }]);
  });

  test('a backup that is not there, is none, is cut short, is of a newer version or holds erasures alone', async () => {
    const file = join(folder, 'backup');
    const restoring = { command: ['restore', 'backup'] };
    await expectRefusal(restoring, /^Nothing was restored: .*backup is not there\.$/);
    await writeFile(file, 'a shopping list');
    await expectRefusal(restoring, /backup is no backup, or was damaged\.$/);
    const whole = packed(await head({}));
    await writeFile(file, whole.subarray(0, -12));
    await expectRefusal(restoring, /backup is cut short\.$/);
    await writeFile(file, whole);
    await expectRefusal(restoring, /the backup is cut short\.$/);
    await writeFile(file, packed(await head({ version: FORMAT_VERSION + 1 })));
    await expectRefusal(restoring, /newer version of the forum: bring this program up to date first\.$/);
    await writeFile(file, packed(await head({ migrations: ['9999_to_come'] })));
    await expectRefusal(restoring, /newer version of the forum: bring this program up to date first\.$/);
    await writeFile(file, packed(await head({ holds: 'erasures' })));
    await expectRefusal(restoring, /holds only what was erased, not the forum\.$/);
  });
}

function onServer(): void {
  const base = inject('serverBase');
  if (!('url' in base)) throw new Error('There is no server in this run');
  const name = `forum_set_up_${randomBytes(6).toString('hex')}`;
  const url = withDatabaseName(base.url, name);
  beforeEach(() => runOnServer(base.url, `CREATE DATABASE ${name} TEMPLATE template0`));
  afterEach(() => runOnServer(base.url, `DROP DATABASE ${name} WITH (FORCE)`));
  const tables = async () => tablesOf(await openDatabase({ databaseUrl: url }));
  const changed = (change: (address: URL) => void): string => {
    const address = new URL(url);
    change(address);
    return address.href;
  };

  test.each<[string, string, RegExp]>([
    [
      'a wrong password',
      changed((address) => {
        address.username = 'forum_with_password';
        address.password = 'wrong';
      }),
      /^Database: the database server refuses the password in DATABASE_URL/,
    ],
    [
      'a role that is not there',
      changed((address) => (address.username = 'forum_of_nobody')),
      /^Database: the database server (does not let in the role|refuses the password) in DATABASE_URL/,
    ],
    [
      'a database that is not there',
      changed((address) => (address.pathname = '/forum_not_there')),
      /^Database: the database that DATABASE_URL names is not there: make it \(createdb\)/,
    ],
    [
      'a role that may do too little',
      changed((address) => address.searchParams.set('options', '-c role=pg_read_all_data')),
      /^Database: the role in DATABASE_URL may not do what it must: make it the owner of the database/,
    ],
  ])('%s', async (_what, DATABASE_URL, says) => {
    await expectRefusal({ env: { DATABASE_URL, SEAL_KEY } }, says);
    expect(await tables()).toEqual([]);
  });

  test('a clock that is hours from that of the database', async () => {
    const says = /^Clock: this machine says that it is .*, its database .*NTP/;
    await expectRefusal({ env: { DATABASE_URL: url, SEAL_KEY }, clock: 9e7 }, says);
    expect(await tables()).toEqual([]);
  });

  test('a database of a newer version', async () => {
    await runOnServer(url, NEWER);
    await expectRefusal({ env: { DATABASE_URL: url, SEAL_KEY } }, /newer than this program.*9999_to_come\. Run/);
    expect(await tables()).toEqual([{ name: '_prisma_migrations' }]);
  });
}

describe('a set-up that cannot work is refused in one line, and nothing is touched:', () => {
  if (currentDatabase().kind === 'server') onServer();
  else onNoDatabase();
});
