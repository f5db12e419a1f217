import { openDatabase, type Database, type PrismaClient } from '../client.ts';
import { Digest, FORMAT_VERSION, type Head } from './format.ts';
import { listMigrations, listTables, quoted, type Ask, type Table } from './tables.ts';

/** Rows that are read at once. */
const PAGE = 500;
/** A snapshot lasts as long as whoever reads it takes: a day at most. */
const LONGEST_MS = 86_400_000;
/** What a backup that holds only erasures has. */
const LEDGERS: ReadonlySet<string> = new Set(['erased_texts', 'erased_accounts']);

export type BackupOptions = {
  holds: Head['holds'];
  hour: Date;
  /** Hears, row by row, how far it is. */
  onRow?(done: number): void;
};

/**
 * Hands the lines of a backup to `take` (format.ts), which may be as slow as it likes: they come from one moment, whatever is
 * written meanwhile. On a server that is one transaction that only reads; an embedded database has one connection, so a copy
 * of it in memory is read and the forum goes on.
 */
export async function writeBackup(
  database: Database,
  options: BackupOptions,
  take: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  if (database.kind === 'server') return readAtOneMoment(database.prisma, options, take);
  const copy = await openDatabase({ memory: await database.dump() });
  try {
    await readAtOneMoment(copy.prisma, options, take);
  } finally {
    await copy.close();
  }
}

function readAtOneMoment(
  prisma: PrismaClient,
  options: BackupOptions,
  take: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  return prisma.$transaction((tx) => take(linesOf((sql, values = []) => tx.$queryRawUnsafe(sql, ...values), options)), {
    isolationLevel: 'RepeatableRead',
    timeout: LONGEST_MS,
  });
}

async function* linesOf(ask: Ask, { holds, hour, onRow }: BackupOptions): AsyncGenerator<string> {
  const digest = new Digest();
  const head: Head = {
    format: 'both-chairs-backup',
    version: FORMAT_VERSION,
    holds,
    migrations: await listMigrations(ask),
    hour: hour.toISOString(),
  };
  yield digest.add(JSON.stringify(head));
  let rows = 0;
  for (const table of await listTables(ask)) {
    if (holds === 'erasures' && !LEDGERS.has(table.name)) continue;
    yield digest.add(JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) }));
    for await (const row of rowsOf(ask, table)) {
      yield digest.add(row);
      onRow?.(++rows);
    }
  }
  yield JSON.stringify({ rows, sha256: digest.hex() });
}

/** By their primary key, so that nothing tells in which order they came. */
async function* rowsOf(ask: Ask, { name, columns, key }: Table): AsyncGenerator<string> {
  const keys = key.map((column) => quoted(column.name)).join(', ');
  const after = key.map(({ type }, at) => `$${at + 1}::text::${type}`).join(', ');
  const select = `SELECT ${asArray(columns)} AS row, ${asArray(key)} AS key FROM ${quoted(name)}`;
  for (let last: string[] = []; ;) {
    const page = await ask<{ row: string; key: string }>(
      `${select} ${last.length > 0 ? `WHERE (${keys}) > (${after})` : ''} ORDER BY ${keys} LIMIT ${PAGE}`,
      last,
    );
    for (const { row } of page) yield row;
    if (page.length < PAGE) return;
    last = JSON.parse(page.at(-1)?.key ?? '[]') as string[];
  }
}

/** Each value as PostgreSQL writes it as text: what its own input reads back the same, of whatever type. */
function asArray(columns: Table['columns']): string {
  return `json_build_array(${columns.map(({ name }) => `${quoted(name)}::text`).join(', ')})::text`;
}
