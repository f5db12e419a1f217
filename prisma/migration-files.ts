import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';

const LOCK_FILE = 'migration_lock.toml';

/** The folder `prisma` of the forum: above this file where it runs from its sources, beside `build` where it is bundled. */
export function prismaFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const prisma = join(folder, 'prisma');
    if (existsSync(join(prisma, 'migrations', LOCK_FILE))) return prisma;
    if (folder === dirname(folder)) throw new Error('The folder prisma/migrations is missing beside the program');
  }
}

/** The data model, as Prisma's schema engine takes it. */
export async function readDatamodel(): Promise<{ path: string; content: string }> {
  const path = join(prismaFolder(), 'schema.prisma');
  return { path, content: await readFile(path, 'utf8') };
}

/** All migrations in their order, as Prisma's schema engine takes them. */
export async function readMigrations(): Promise<MigrationList> {
  const baseDir = join(prismaFolder(), 'migrations');
  const names = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return {
    baseDir,
    lockfile: { path: LOCK_FILE, content: await readFile(join(baseDir, LOCK_FILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names
        .map(({ name }) => name)
        .sort()
        .map(async (name) => ({ path: name, migrationFile: await readMigration(baseDir, name) })),
    ),
  };
}

async function readMigration(
  baseDir: string,
  name: string,
): Promise<MigrationList['migrationDirectories'][number]['migrationFile']> {
  const path = 'migration.sql';
  return { path, content: { tag: 'ok', value: await readFile(join(baseDir, name, path), 'utf8') } };
}
