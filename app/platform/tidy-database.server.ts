import { currentDatabase, db } from './db.server.ts';

/**
 * Does in an embedded database what a server does by itself: frees the room of rows that are gone, and counts what there is, by which statements
 * are planned. One table after the other, so that what comes meanwhile waits for one of them at most.
 */
export async function tidyDatabase(): Promise<void> {
  if (currentDatabase().kind === 'server') return;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables ORDER BY 1`;
  // It cannot run in a transaction, and a name is no value.
  for (const { name } of tables) await db.$executeRawUnsafe(`VACUUM (ANALYZE) ${name}`);
}
