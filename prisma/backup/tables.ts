/** Asks the database: rows by the names of their columns. `values` are the text that `$1`, `$2` … stand for. */
export type Ask = <Row>(sql: string, values?: readonly string[]) => Promise<Row[]>;

export type Table = {
  name: string;
  columns: readonly { name: string; type: string }[];
  /** The columns of the primary key, in its order. */
  key: readonly { name: string; type: string }[];
};

/** Made anew from the others, or about work that is under way: not part of a backup. */
const DERIVED: ReadonlySet<string> = new Set([
  '_prisma_migrations',
  'mail_letters',
  'outbox',
  'search_documents',
  'search_rebuilds',
  'search_texts',
  'search_words',
]);

type ColumnRow = { table: string; column: string; type: string; place: number | null };

/** Every table that a backup holds, by name. Those of other schemas (the job queue's) are not the forum's. */
export async function listTables(ask: Ask): Promise<Table[]> {
  const rows = await ask<ColumnRow>(`
    SELECT c.relname::text AS "table", a.attname::text AS "column", format_type(a.atttypid, a.atttypmod)::text AS type,
           array_position(i.indkey::int2[], a.attnum)::int AS place
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    ORDER BY c.relname COLLATE "C", a.attnum`);
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !DERIVED.has(name));
  return names.map((name) => {
    const columns = rows.filter(({ table }) => table === name);
    const key = columns.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
    return { name, columns: columns.map(columnOf), key: key.map(columnOf) };
  });
}

function columnOf({ column, type }: ColumnRow): { name: string; type: string } {
  return { name: column, type };
}

/** A name from the catalogue, as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export async function listMigrations(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}
