import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#prisma/client.ts';
import { fillBaseDatabase } from './base-database.ts';
import { findPostgres, startPostgres } from './postgres-server.ts';
import { runOnServer, withDatabaseName } from './server-statements.ts';

const MISSING = 'no PostgreSQL is found (TEST_DATABASE_URL, or initdb and postgres on the PATH)';

export type ServerBase = { url: string; name: string } | { missing: string };

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merges with Vitest's
  interface ProvidedContext {
    /** The server and the name of the base database on it, or why there is none. */
    serverBase: ServerBase;
  }
}

/** Finds or starts a server and makes the base database on it, once per run. */
// eslint-disable-next-line no-restricted-syntax -- Vitest asks for it
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await findServer();
  if (server === undefined) {
    process.stdout.write(`Skipping the tests of the project postgres: ${MISSING}\n`);
    project.provide('serverBase', { missing: MISSING });
    return undefined;
  }
  const { url, stop } = server;
  const name = `forum_base_${randomBytes(4).toString('hex')}`;
  try {
    await runOnServer(url, `CREATE DATABASE ${name}`);
    const database = await openDatabase({ databaseUrl: withDatabaseName(url, name) });
    await fillBaseDatabase(database);
    await database.close();
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('serverBase', { url, name });
  return async () => {
    await runOnServer(url, `DROP DATABASE ${name}`);
    await stop();
  };
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const binaries = await findPostgres();
  return binaries === undefined ? undefined : startPostgres(binaries);
}
