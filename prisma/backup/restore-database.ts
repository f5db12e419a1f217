import type { SqlQueryable } from '@prisma/driver-adapter-utils';
import type { Database } from '../client.ts';
import { migrate, migrateUpTo } from '../migrate.ts';
import { readMigrations } from '../migration-files.ts';
import { BackupError, Digest, FORMAT_VERSION, headSchema, type Head } from './format.ts';
import { askOn, loadBackup, run } from './load-backup.ts';
import { readJson, readParts } from './read-lines.ts';
import { listMigrations, listTables, quoted } from './tables.ts';

/** The setting that stands in a database from the first restored row until what was erased since is gone again. */
const UNFINISHED = 'restore.unfinished';

/** A backup whose head has been read; `lines` are the rest. */
export type OpenBackup = { head: Head; digest: Digest; lines: AsyncIterable<string> };

/**
 * Reads the head of a backup.
 *
 * @throws BackupError when it is none, or one that a newer program made.
 */
export async function openBackup(lines: AsyncIterator<string>): Promise<OpenBackup> {
  const first = await lines.next();
  if (first.done) throw new BackupError('the file is empty');
  const digest = new Digest();
  const head = readJson(digest.add(first.value), headSchema);
  const known = (await readMigrations()).migrationDirectories.map(({ path }) => path);
  if (head.version > FORMAT_VERSION || head.migrations.some((name) => !known.includes(name))) {
    throw new BackupError('the backup is of a newer version of the forum: bring this program up to date first');
  }
  return { head, digest, lines: { [Symbol.asyncIterator]: () => lines } };
}

/**
 * Reads a backup of everything to its end, and puts it nowhere.
 *
 * @throws BackupError when it is none, not whole or not as it was made, one that a newer program made, or one of erasures alone.
 */
export async function readThrough(source: AsyncIterator<string>): Promise<void> {
  const { head, digest, lines } = await openBackup(source);
  requireEverything(head);
  const parts = readParts(lines, digest);
  while ((await parts.next()).done !== true);
}

/**
 * Puts a backup into a database that holds nothing, all of it or none, and brings that to this version. It stays marked as
 * unfinished until `finishRestore`; one that was broken off before is begun anew.
 *
 * @throws BackupError when the database holds something, or the backup is not whole or not as it was made.
 */
export async function restoreDatabase(
  database: Database,
  { head, digest, lines }: OpenBackup,
  { without = new Set<string>(), onRow = () => {} }: { without?: ReadonlySet<string>; onRow?(done: number): void } = {},
): Promise<void> {
  requireEverything(head);
  await database.inMigration(makeEmpty);
  await migrateUpTo(database, head.migrations.at(-1) ?? '');
  await database.inMigration(async (connection) => {
    await loadBackup(connection, { lines, digest }, { without, onRow });
    await run(connection, `INSERT INTO settings (key, value) VALUES ('${UNFINISHED}', 'true')`);
  });
  await migrate(database);
}

function requireEverything({ holds }: Head): void {
  if (holds !== 'everything') throw new BackupError('the file holds only what was erased, not the forum');
}

/** Whether a restore into this database did not come to its end: what was erased since the backup may be there. */
export async function isRestoreUnfinished({ prisma }: Database): Promise<boolean> {
  return (await prisma.setting.count({ where: { key: UNFINISHED } })) > 0;
}

export async function finishRestore({ prisma }: Database): Promise<void> {
  await prisma.setting.deleteMany({ where: { key: UNFINISHED } });
}

/** Back to before the first migration, unless there is something that a restore did not bring. */
async function makeEmpty(connection: SqlQueryable): Promise<void> {
  const ask = askOn(connection);
  const isOurs = (await ask(`SELECT 1 FROM settings WHERE key = '${UNFINISHED}'`)).length > 0;
  for (const { name } of isOurs ? [] : await listTables(ask)) {
    const [row] = await ask(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (row) throw new BackupError('this database holds something already: restore into an empty one');
  }
  if ((await listMigrations(ask)).length === 0) return;
  await run(connection, 'DROP SCHEMA public CASCADE');
  // The job queue's: its migration makes it anew.
  await run(connection, 'DROP SCHEMA IF EXISTS pgboss CASCADE');
  await run(connection, 'CREATE SCHEMA public');
}
