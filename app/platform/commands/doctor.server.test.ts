import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { withDatabaseName } from '#prisma/testing/server-statements.ts';
import { currentDatabase } from '../db.server.ts';
import { noteSealKeys } from '../known-seal-keys.server.ts';
import { recordingIo } from './recording-io.ts';
import { runCommand } from './run-command.server.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-doctor-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the doctor says of a set-up, part by part. */
async function doctor(env: Record<string, string>) {
  const before = { ...process.env };
  process.env = { ...before, PORT: '1', DATA_DIR: folder, ...env };
  const io = recordingIo();
  const exit = await runCommand('doctor', [], io).finally(() => (process.env = before));
  const says = (part: string) => io.outLines.filter((line) => line.slice(6).startsWith(part)).join('\n');
  return { exit, says, bad: io.outLines.filter((line) => line.startsWith('MEND')) };
}

async function portThatIsClosed(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe('the doctor', () => {
  test('finds nothing to mend where nothing is set', async () => {
    const { exit, bad, says } = await doctor({});
    expect(bad).toEqual([]);
    expect(exit).toBe(0);
    expect(says('database')).toContain('embedded');
    expect(says('forum')).toContain('does not run');
  });

  test('names what is wrong with the configuration', async () => {
    const { exit, bad } = await doctor({ PORT: 'abc' });
    expect(bad).toEqual([expect.stringContaining('PORT: must be a whole number')]);
    expect(exit).toBe(1);
  });

  test('finds a key that others may read, and says how that is mended', async () => {
    const file = join(folder, 'secrets', 'seal-key');
    await mkdir(join(folder, 'secrets'));
    await writeFile(file, KEY);
    await chmod(file, 0o644);
    expect((await doctor({})).bad).toEqual([expect.stringContaining(`chmod 600 ${file}`)]);
    await chmod(file, 0o600);
    expect((await doctor({})).exit).toBe(0);
  });

  test('names each server that does not answer', async () => {
    const at = `127.0.0.1:${await portThatIsClosed()}`;
    const away = {
      DATABASE_URL: `postgresql://forum@${at}/forum`,
      MEILI_HOST: `http://${at}`,
      SMTP_URL: `smtp://${at}`,
    };
    const { bad } = await doctor({ ...away, SEAL_KEY: KEY });
    expect(bad.map((line) => line.slice(6).split(' ')[0])).toEqual(['database', 'search', 'mail']);
    expect(bad.join('\n')).toContain('ECONNREFUSED');
  });
});

/** Of the embedded database there is nothing to see from outside. */
if (currentDatabase().kind === 'server') {
  test('the doctor looks into the database server without changing it', async () => {
    const base = inject('serverBase');
    const url = 'url' in base ? base.url : '';
    const { says, bad } = await doctor({ DATABASE_URL: url, DATABASE_REPLICA_URL: url, SEAL_KEY: KEY });
    expect(says('database')).toMatch(/^good .*PostgreSQL \d+/);
    expect(says('privileges')).toMatch(/^good/);
    expect(says('clock')).toMatch(/^good/);
    expect(says('replica')).toMatch(/^look .*names no replica/);
    // A server for tests need not survive a power cut.
    expect(bad.map((line) => line.slice(6).split(' ')[0])).toContain('fsync');
  });

  test('the doctor knows whether SEAL_KEY belongs to the database', async () => {
    const [here] = (await currentDatabase().query('SELECT current_database() AS name')).rows as { name: string }[];
    const base = inject('serverBase');
    const url = 'url' in base ? withDatabaseName(base.url, here?.name ?? '') : '';
    await noteSealKeys(currentDatabase(), [Buffer.alloc(32, 1)]);
    expect((await doctor({ DATABASE_URL: url, SEAL_KEY: KEY })).says('seal key')).toContain('is run with');
    const other = Buffer.alloc(32, 2).toString('base64');
    expect((await doctor({ DATABASE_URL: url, SEAL_KEY: other })).says('seal key')).toMatch(/MEND.*not the key/);
  });
}
