/** A value as the attacker compares it: bytes in hex, times in ISO, everything else as text. Null where there is none. */
export type Value = string | null;

/** A row by the names of its columns in the database. */
export type Row = Readonly<Record<string, Value>>;

/** What a column holds, so that nearness is looked for only where there is an order. */
export type ColumnKind = 'time' | 'number' | 'text' | 'bytes';

export type Table = { name: string; kinds: Readonly<Record<string, ColumnKind>>; rows: readonly Row[] };

/** What a thief has: every table, the log, and the server's key or not. */
export type Loot = { tables: ReadonlyMap<string, Table>; log: readonly string[]; sealKey: Buffer | null };

export function rowsOf(loot: Loot, table: string): readonly Row[] {
  return loot.tables.get(table)?.rows ?? [];
}

/** The text of a column that is never null. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined || value === null) throw new Error(`A row without ${column}`);
  return value;
}

/** The same loot with some tables in place of theirs, or beside them. */
export function withTables(loot: Loot, tables: readonly Table[]): Loot {
  return { ...loot, tables: new Map([...loot.tables, ...tables.map((table) => [table.name, table] as const)]) };
}

/** A table from rows of plain values, the kinds of its columns read off them. */
export function tableOf(name: string, rows: readonly Record<string, unknown>[]): Table {
  const kinds: Record<string, ColumnKind> = {};
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) if (value !== null) kinds[column] ??= kindOf(value);
  }
  return { name, kinds, rows: rows.map(asRow) };
}

/** A table with `change` done to each of its rows; what it adds are texts unless `kinds` says otherwise. */
export function changed(
  loot: Loot,
  name: string,
  change: (row: Row, index: number) => Row,
  kinds: Record<string, ColumnKind> = {},
): Loot {
  const table = loot.tables.get(name);
  if (!table) throw new Error(`There is no table ${name}`);
  return withTables(loot, [{ name, kinds: { ...table.kinds, ...kinds }, rows: table.rows.map(change) }]);
}

function kindOf(value: unknown): ColumnKind {
  if (value instanceof Date) return 'time';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return value instanceof Uint8Array ? 'bytes' : 'text';
}

function asRow(row: Record<string, unknown>): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asValue(value)]));
}

function asValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
