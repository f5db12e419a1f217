import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { openDatabase, type Database } from '#prisma/client.ts';
import { migrate } from '#prisma/migrate.ts';
import { runOnServer, withDatabaseName } from './server-statements.ts';
import { PATIENCE } from './use-for-tests.ts';

/** A database that has had every migration and holds nothing, for the length of a test file. */
export async function openEmpty(kind: Database['kind']): Promise<Database> {
  const database = await openBare(kind);
  await migrate(database);
  return database;
}

/** A database that has had no migration, for the length of a test file. */
export async function openBare(kind: Database['kind']): Promise<Database> {
  const database = await (kind === 'embedded' ? openDatabase({ memory: true, patience: PATIENCE }) : openOnServer());
  afterAll(() => database.close());
  return database;
}

async function openOnServer(): Promise<Database> {
  const base = inject('serverBase');
  if (!('url' in base)) throw new Error('There is no server in this run');
  const name = `forum_empty_${randomBytes(6).toString('hex')}`;
  await runOnServer(base.url, `CREATE DATABASE ${name} TEMPLATE template0`);
  // Hooks of the end run last first: the database is closed before it is dropped.
  afterAll(() => runOnServer(base.url, `DROP DATABASE ${name} WITH (FORCE)`));
  return openDatabase({ databaseUrl: withDatabaseName(base.url, name), patience: PATIENCE });
}
