import type { Database, PrismaClient, Transaction } from '#prisma/client.ts';

export type { Transaction };

/** The database of this process: set once by `useDatabase` before anything is asked of it. */
export let db: PrismaClient;

let database: Database | undefined;

/** Hands the opened database to the domain. The host, the commands and the tests call it once each. */
export function useDatabase(opened: Database): void {
  database = opened;
  db = opened.prisma;
}

/** The whole handle (listening, closing, which kind it is), for the host and the commands. */
export function currentDatabase(): Database {
  if (!database) throw new Error('No database has been opened in this process');
  return database;
}
