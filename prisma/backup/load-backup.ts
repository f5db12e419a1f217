import type { SqlQueryable } from '@prisma/driver-adapter-utils';
import { BackupError, type Digest } from './format.ts';
import { readParts } from './read-lines.ts';
import { listTables, quoted, type Ask, type Table } from './tables.ts';

/** Rows that are written at once. */
const BATCH = 500;

export type Loading = {
  /** Tables whose rows are passed over. */
  without: ReadonlySet<string>;
  onRow(done: number): void;
};

/**
 * Writes the rows of a backup into empty tables, in the caller's transaction, and holds them to its digest. `lines` are those
 * after the head, which `digest` has heard of.
 *
 * @throws BackupError when the backup is cut short, was changed, or does not fit the tables; the caller rolls back.
 */
export async function loadBackup(
  connection: SqlQueryable,
  { lines, digest }: { lines: AsyncIterable<string>; digest: Digest },
  { without, onRow }: Loading,
): Promise<void> {
  const tables = new Map((await listTables(askOn(connection))).map((table) => [table.name, table]));
  // References are put back at the end, which checks them all: rows come in the order of their ids, not of what they refer to.
  const references = await dropReferences(connection);
  // What triggers count comes along, counted.
  await run(connection, "SET LOCAL forum.restoring = 'on'");
  let batch: Batch | undefined;
  let rows = 0;
  for await (const part of readParts(lines, digest)) {
    if ('table' in part) {
      await batch?.write();
      batch = new Batch(connection, knownTable(part, tables));
    } else {
      onRow(++rows);
      if (batch && !without.has(batch.table.name)) await batch.add(part.row);
    }
  }
  await batch?.write();
  for (const sql of references) await run(connection, sql);
}

/** Rows of one table on their way. */
class Batch {
  readonly #connection: SqlQueryable;
  readonly table: Table;
  #rows: string[] = [];

  constructor(connection: SqlQueryable, table: Table) {
    this.#connection = connection;
    this.table = table;
  }

  async add(row: string): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length === BATCH) await this.write();
  }

  async write(): Promise<void> {
    if (this.#rows.length === 0) return;
    const { name, columns } = this.table;
    const values = columns.map(({ type }, at) => `(r->>${at})::${type}`).join(', ');
    const names = columns.map((column) => quoted(column.name)).join(', ');
    await run(
      this.#connection,
      `INSERT INTO ${quoted(name)} (${names}) SELECT ${values} FROM json_array_elements($1::text::json) AS r`,
      [`[${this.#rows.join(',')}]`],
    );
    this.#rows = [];
  }
}

function knownTable(
  { table, columns }: { table: string; columns: readonly string[] },
  tables: ReadonlyMap<string, Table>,
): Table {
  const known = tables.get(table);
  if (!known) throw new BackupError(`the backup has a table that this program does not know: ${table}`);
  if (known.columns.map(({ name }) => name).join() !== columns.join()) {
    throw new BackupError(`the table ${table} has other columns in the backup`);
  }
  return known;
}

/** @returns the statements that put the references back. */
async function dropReferences(connection: SqlQueryable): Promise<string[]> {
  const references = await askOn(connection)<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS "table", conname::text AS name, pg_get_constraintdef(oid)::text AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`);
  for (const { table, name } of references)
    await run(connection, `ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  return references.map(
    ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`,
  );
}

/** Asks through a driver's connection, as inside a migration. */
export function askOn(connection: SqlQueryable): Ask {
  return async <Row>(sql: string, values: readonly string[] = []) => {
    const { columnNames, rows } = await connection.queryRaw(statement(sql, values));
    return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, row[at]])) as Row);
  };
}

/** Runs one statement through a driver's connection. */
export async function run(connection: SqlQueryable, sql: string, values: readonly string[] = []): Promise<void> {
  await connection.executeRaw(statement(sql, values));
}

function statement(sql: string, values: readonly string[]) {
  return { sql, args: [...values], argTypes: values.map(() => ({ scalarType: 'string', arity: 'scalar' }) as const) };
}
