import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { currentDatabase } from '#app/platform/db.server.ts';
import type { Database } from './client.ts';
import { readMigrations } from './migration-files.ts';
import { migrateUpTo } from './migrate.ts';
import { openBare } from './testing/open-empty.ts';

type Row = Record<string, unknown>;
type Rows = Record<string, Row[]>;

/** Tables that got another name. */
const RENAMED: Readonly<Record<string, Record<string, string>>> = { '0005_decisions': { bars: 'sanctions' } };
/** What an upgrade takes away on purpose: with the note that says what a session is for everybody signed in anew. */
const EMPTIED: Readonly<Record<string, readonly string[]>> = { '0003_sealed_things': ['sessions'] };
/** They came before the first version that anybody had: no older program answers beside them. */
const BEFORE_THE_FIRST = [
  '0001_core',
  '0002_search',
  '0003_sealed_things',
  '0004_workbench',
  '0005_decisions',
  '0006_relay',
];
/** What a program of the version before would stumble over. */
const TAKES_AWAY =
  /DROP (TABLE|COLUMN|TYPE)|\bRENAME\b|SET NOT NULL|ALTER COLUMN "\w+" (SET DATA )?TYPE|ADD COLUMN\s+"\w+" [^,;]*NOT NULL(?![^,;]*DEFAULT)|^(DELETE|TRUNCATE)/im;

const { migrationDirectories: migrations } = await readMigrations();

/** One forum, which grows with its versions as the tests go through them. */
const forum: Promise<Database> = openBare(currentDatabase().kind);

test.each(migrations.map(({ path }) => path))(
  '%s keeps every row that a forum of the version before holds',
  async (path) => {
    const database = await forum;
    const held = await rowsOf(database);

    await migrateUpTo(database, path);

    expect(columnsOf(held, await rowsOf(database), path)).toEqual(expectedOf(held, path));
    await putIn(database, path);
    expect(await listEmpty(database), 'tables that have no row: see prisma/testing/README.md').toEqual([]);
  },
);

test('a migration only adds, for instances of the version before go on beside it; what takes away is one of its own', () => {
  const later = migrations.filter(({ path }) => !BEFORE_THE_FIRST.includes(path));
  for (const { path, migrationFile } of later) {
    const sql = migrationFile.content.value.replaceAll(/\$\$.*?\$\$/gs, '');
    if (!path.includes('_contract_')) expect(sql, path).not.toMatch(TAKES_AWAY);
  }
});

/** Puts in what a forum of this version holds more than one of the version before. */
async function putIn(database: Database, migration: string): Promise<void> {
  const sql = await readFile(new URL(`testing/rows/${migration}.sql`, import.meta.url), 'utf8').catch(() => undefined);
  if (sql !== undefined) await database.query(sql);
}

async function listTables(database: Database): Promise<string[]> {
  const { rows } = await database.query(
    `SELECT relname::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  return (rows as { name: string }[]).map(({ name }) => name);
}

async function rowsOf(database: Database): Promise<Rows> {
  const all: Rows = {};
  for (const table of await listTables(database)) {
    const { rows } = await database.query(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY to_jsonb(t)::text`);
    all[table] = (rows as { row: Row }[]).map(({ row }) => row);
  }
  return all;
}

async function listEmpty(database: Database): Promise<string[]> {
  return Object.entries(await rowsOf(database)).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []));
}

/** What was held, under its new names and without what goes on purpose. */
function expectedOf(held: Rows, migration: string): Rows {
  const names = RENAMED[migration] ?? {};
  const gone = EMPTIED[migration] ?? [];
  return Object.fromEntries(
    Object.entries(held).map(([table, rows]) => [names[table] ?? table, gone.includes(table) ? [] : sorted(rows)]),
  );
}

/** What there is now in the tables and columns that there were. */
function columnsOf(held: Rows, now: Rows, migration: string): Rows {
  const names = RENAMED[migration] ?? {};
  return Object.fromEntries(
    Object.entries(held).map(([table, [first = {}]]) => {
      const name = names[table] ?? table;
      const rows = (now[name] ?? []).map((row) => Object.fromEntries(Object.keys(first).map((key) => [key, row[key]])));
      return [name, sorted(rows)];
    }),
  );
}

function sorted(rows: readonly Row[]): Row[] {
  const key = (row: Row): string => JSON.stringify(Object.entries(row).sort());
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
