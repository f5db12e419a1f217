import { Prisma } from './generated/client.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentDatabase, db } from '#app/platform/db.server.ts';
import { openDatabase } from './client.ts';
import type { Database, PrismaClient } from './client.ts';
import { readMigrations } from './migration-files.ts';
import { migrate } from './migrate.ts';
import { diffFromSchema } from './schema-diff.ts';

const LISTED = Prisma.sql`SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at`;

let fresh: Database;
beforeAll(async () => {
  fresh = await openDatabase({ memory: true });
  await migrate(fresh);
});
afterAll(() => fresh.close());

test('migrations and schema agree', async () => {
  expect(await diffFromSchema(fresh)).toBe('');
});

test('the database of this project is the one that the migrations make', async () => {
  expect(await describeSchema(db)).toEqual(await describeSchema(fresh.prisma));
});

test('every migration is applied, and a second time nothing is', async () => {
  const said: string[] = [];
  await migrate(currentDatabase(), (line) => said.push(line));
  expect(said).toEqual([]);
  const { migrationDirectories } = await readMigrations();
  expect(await db.$queryRaw(LISTED)).toEqual(migrationDirectories.map(({ path }) => ({ name: path })));
});

test('starts at once wait for one another', async () => {
  await expect(Promise.all([1, 2, 3].map(() => migrate(currentDatabase())))).resolves.toHaveLength(3);
});

test('a migration holds nothing that ends its transaction', async () => {
  for (const { path, migrationFile } of (await readMigrations()).migrationDirectories) {
    const outsideFunctions = migrationFile.content.value.replace(/\$\$.*?\$\$/gs, '');
    expect(outsideFunctions, path).not.toMatch(/^\s*(BEGIN|COMMIT|ROLLBACK)\b|\bCONCURRENTLY\b/im);
  }
});

describe('a database with a migration that this program does not know', () => {
  test('is refused by its name', async () => {
    await db.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '9999_future', now())`;
    await expect(migrate(currentDatabase())).rejects.toThrow(/newer than this program.*9999_future/);
    await db.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'x'`;
  });
});

describe('a migration that fails', () => {
  test('leaves nothing of itself, and is named', async () => {
    const failing = {
      inMigration: <T>(work: Parameters<typeof fresh.inMigration<T>>[0]) =>
        fresh.inMigration<T>((connection) =>
          work({
            ...connection,
            executeScript: (script) => connection.executeScript(`CREATE TABLE half (); ${script}`),
          }),
        ),
    };
    await fresh.prisma.$executeRaw`DELETE FROM _prisma_migrations`;
    await expect(migrate(failing)).rejects.toThrow(/^The migration 0001_core failed: .*already exists/);
    expect(await fresh.prisma.$queryRaw`SELECT to_regclass('half')::text AS half`).toEqual([{ half: null }]);
    expect(await fresh.prisma.$queryRaw(LISTED)).toEqual([]);
  });
});

/** Columns, constraints, indexes, functions and triggers, as PostgreSQL words them. */
async function describeSchema(prisma: PrismaClient): Promise<unknown> {
  return prisma.$queryRaw`
    SELECT 'column' AS what, attrelid::regclass::text AS place, attname::text AS name,
      format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END AS definition
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT 'index', tablename::text, indexname::text, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1, 2, 3`;
}
