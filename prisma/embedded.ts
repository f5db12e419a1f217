import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PGliteOptions, Transaction } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { Engine, Presence } from './engine.ts';
import { EmbeddedAdapterFactory } from './embedded-adapter.ts';
import { inMigrationTransaction } from './migration-transaction.ts';

const OPTIONS = {
  extensions: { pg_trgm, unaccent },
  // Every query waits until its changes are in the files: a killed process loses nothing that was acknowledged.
  relaxedDurability: false,
  startParams: [...PGlite.defaultStartParams, '-c', 'synchronous_commit=on', '-c', 'TimeZone=UTC'],
} satisfies PGliteOptions;

/** The one process that has the database open hears whatever it does itself. */
const ALONE: Presence = {
  instance: 0,
  isHearing: () => true,
  join: () => Promise.resolve(() => Promise.resolve()),
  instances: () => Promise.resolve([0]),
};

/** PostgreSQL in this process (PGlite), in the files of `dataDir` or in memory. */
export async function openEmbedded(where: { dataDir: string } | { memory: true | Blob }): Promise<Engine> {
  const pglite = 'dataDir' in where ? await openFiles(where.dataDir) : await openMemory(where.memory);
  const adapter = new EmbeddedAdapterFactory(pglite);
  return {
    kind: 'embedded',
    adapter,
    inMigration: (work) => inMigrationTransaction(adapter, work),
    async listen(channel, onNotify) {
      const stop = await pglite.listen(channel, onNotify);
      return () => stop();
    },
    presence: ALONE,
    query: (sql, values) =>
      values?.length ? pglite.query(sql, [...values]) : pglite.transaction((tx) => runStatements(tx, sql)),
    dump: () => pglite.dumpDataDir('none'),
    close: () => pglite.close(),
  };
}

/** With parameters PGlite takes one statement only, and a failed BEGIN of a script would stay open on its one connection. */
async function runStatements(tx: Transaction, script: string): Promise<{ rows: unknown[] }> {
  const results = await tx.exec(script.replace(/^\s*BEGIN;/, '').replace(/\bCOMMIT;\s*$/, ''));
  return { rows: results.at(-1)?.rows ?? [] };
}

function openMemory(memory: true | Blob): Promise<PGlite> {
  return PGlite.create(memory === true ? OPTIONS : { ...OPTIONS, loadDataDir: memory });
}

/** The database is made beside its place and moved there when it is whole: a first start that was killed leaves no half of one. */
async function openFiles(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'db');
  if (!(await exists(folder))) {
    const unfinished = join(dataDir, 'db.new');
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await (await PGlite.create(unfinished, OPTIONS)).close();
    await rename(unfinished, folder);
  }
  return PGlite.create(folder, OPTIONS);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
