import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { tableOf, type Loot, type Table } from './loot.ts';

/** Derived from the texts alone, and by far the most rows. */
const LEFT_OUT = new Set(['search_words']);

/** Opens the embedded database of a data directory that no forum has open, or a copy of one. */
export function openData(dataDir: string): Promise<PGlite> {
  return PGlite.create(join(dataDir, 'db'), { extensions: { pg_trgm, unaccent } });
}

/** A logical dump: every table, its rows in the order of their ids, as a backup has them. */
export async function readLoot(dataDir: string, seized: Pick<Loot, 'log' | 'sealKey'>): Promise<Loot> {
  const database = await openData(dataDir);
  try {
    const tables: [string, Table][] = [];
    for (const name of await tableNames(database)) {
      const { rows } = await database.query<Record<string, unknown>>(`SELECT * FROM "${name}"`);
      const table = tableOf(name, rows);
      const [first = 'id'] = Object.keys(table.rows[0] ?? {});
      tables.push([name, { ...table, rows: [...table.rows].sort((a, b) => compare(a[first], b[first])) }]);
    }
    return { ...seized, tables: new Map([...tables, ['log', logTable(seized.log)]]) };
  } finally {
    await database.close();
  }
}

export async function tableNames(database: PGlite): Promise<string[]> {
  const { rows } = await database.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY tablename`,
  );
  return rows.map(({ tablename }) => tablename).filter((name) => !LEFT_OUT.has(name));
}

/** The log as rows: what JSON lines say by their names, and where each stands. */
export function logTable(log: readonly string[]): Table {
  return tableOf(
    'log',
    log.map((line, index) => ({ line: index, ...fieldsOf(line) })),
  );
}

function fieldsOf(line: string): Record<string, unknown> {
  if (!line.startsWith('{')) return { said: line };
  const fields = JSON.parse(line) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asTime(value)]));
}

function asTime(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;
}

function compare(a: string | null | undefined, b: string | null | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
