import { currentDatabase, db } from '#app/platform/db.server.ts';

export type Scrubbed = {
  kind: 'embedded' | 'server';
  /** Whether the database let this role flush everything and begin a new file of its journal. */
  checkpointed: boolean;
};

/**
 * Makes the database write its files anew without what deleted and changed rows left in them: tables, indexes, statistics (which
 * quote values) and, where that can be had, the write-ahead log. Every table is locked for as long as its turn takes.
 *
 * None of it can run in a transaction, so each statement stands alone; broken off, it can simply be run again.
 */
export async function scrub(): Promise<Scrubbed> {
  const { kind } = currentDatabase();
  await db.$executeRawUnsafe('VACUUM (FULL, ANALYZE)');
  // Analysing wrote new statistics beside the old ones.
  await db.$executeRawUnsafe('VACUUM FULL pg_statistic');
  return { kind, checkpointed: await dropOldJournal(kind) };
}

/**
 * Ends the present file of the write-ahead log and flushes all that refers to it, so that it and those before it are no longer
 * needed. An embedded database deletes them then; a server may keep them for replicas and archives.
 */
async function dropOldJournal(kind: Scrubbed['kind']): Promise<boolean> {
  // Else the old file would be kept, words and all, to be written over some day.
  if (kind === 'embedded') await db.$executeRawUnsafe('SET wal_recycle = off');
  try {
    await db.$queryRaw`SELECT pg_switch_wal()::text`;
    await db.$executeRawUnsafe('CHECKPOINT');
    return true;
  } catch (error) {
    // On a server both are for roles that are allowed to.
    if (kind === 'embedded') throw error;
    return false;
  } finally {
    if (kind === 'embedded') await db.$executeRawUnsafe('RESET wal_recycle');
  }
}
