import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Engine } from './engine.ts';
import { readMigrations } from './migration-files.ts';
import { startSchemaEngine } from './schema-engine.ts';

type Migratable = Pick<Engine, 'inMigration'>;

/** A newer version of this program has had the database. */
export class DatabaseIsNewer extends Error {
  override name = 'DatabaseIsNewer';
}

/** Nothing in the database is kept from the engine. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that the database has not had, in their order, each whole or not at all. Processes that start together
 * wait for one another. `say` hears of each before it is applied.
 *
 * @throws with one line that names the migration, when one fails.
 * @throws DatabaseIsNewer when the database has had one that this program does not know; nothing was done then.
 */
export async function migrate(database: Migratable, say: (line: string) => void = () => {}): Promise<void> {
  await applyAll(database, await readMigrations(), say);
}

/** Applies the migrations up to `last` and none after it: for the rows of a backup that an older program made. */
export async function migrateUpTo(database: Migratable, last: string): Promise<void> {
  const { migrationDirectories, ...list } = await readMigrations();
  await applyAll(database, { ...list, migrationDirectories: migrationDirectories.filter(({ path }) => path <= last) });
}

async function applyAll(
  database: Migratable,
  migrations: MigrationList,
  say: (line: string) => void = () => {},
): Promise<void> {
  while (await database.inMigration((connection) => applyNext(connection, migrations, say))) {
    // One transaction each: what one migration adds the next can build on.
  }
}

/** @returns whether there was one to apply. */
async function applyNext(
  connection: SqlDriverAdapter,
  { migrationDirectories: known, ...list }: MigrationList,
  say: (line: string) => void,
): Promise<boolean> {
  const applied = await listApplied(connection);
  refuseUnknown(
    applied,
    known.map(({ path }) => path),
  );
  const next = known.findIndex(({ path }) => !applied.includes(path));
  const name = known[next]?.path;
  if (name === undefined) return false;
  say(`Bringing the database up to date: ${name} …`);
  await apply(connection, name, { ...list, migrationDirectories: known.slice(0, next + 1) });
  return true;
}

async function listApplied(connection: SqlDriverAdapter): Promise<string[]> {
  const query = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] });
  const table = await query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL`);
  if (table.rows[0]?.[0] !== true) return [];
  const { rows } = await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL');
  return rows.map(([name]) => String(name));
}

function refuseUnknown(applied: string[], known: string[]): void {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new DatabaseIsNewer(
    `The database is newer than this program: it has had the migration ${unknown.sort().join(', ')}. ` +
      'Run the version that made it, or a newer one; the way back is a restore of a backup made before',
  );
}

async function apply(connection: SqlDriverAdapter, name: string, migrationsList: MigrationList): Promise<void> {
  let engine: SchemaEngine | undefined;
  // The engine goes on to note the failure, which fails in turn: what is to be told is the first error.
  let failure: unknown;
  const noting = (error: unknown): never => {
    failure ??= error;
    throw error;
  };
  const watched: SqlDriverAdapter = {
    ...connection,
    queryRaw: (query) => connection.queryRaw(query).catch(noting),
    executeRaw: (query) => connection.executeRaw(query).catch(noting),
    executeScript: (script) => connection.executeScript(script).catch(noting),
  };
  try {
    engine = await startSchemaEngine(watched);
    await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
  } catch (error) {
    throw new Error(`The migration ${name} failed: ${messageOf(failure ?? error)}`, { cause: failure ?? error });
  } finally {
    engine?.free();
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { originalMessage } = (error.cause ?? {}) as { originalMessage?: string };
  return originalMessage ?? error.message;
}
