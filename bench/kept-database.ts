import { findPostgres, startPostgres } from '#prisma/testing/postgres-server.ts';

/** Whoever opens a database that is kept needs the key that it was filled with: the same one in every run. */
export const KEPT_SEAL_KEY = Buffer.alloc(32, 'bench').toString('base64');

export type BenchServer = { url: string; stop(): Promise<void> };

/** The database that is named, which stays as it is, or a server of one's own; undefined where PostgreSQL is not found. */
export async function openBenchServer(database: string | undefined): Promise<BenchServer | undefined> {
  if (database !== undefined) return { url: database, stop: () => Promise.resolve() };
  const binaries = await findPostgres();
  return binaries === undefined ? undefined : startPostgres(binaries);
}
