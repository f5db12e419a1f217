import { setTimeout as delay } from 'node:timers/promises';
import { currentDatabase, db } from '#app/platform/db.server.ts';

export type Scrubbed = {
  kind: 'embedded' | 'server';
  /** Whether the database let this role flush everything and begin a new file of its journal. */
  checkpointed: boolean;
};

export type ScrubOptions = {
  /** Told once for each waiting: these sessions and replicas began before and may still look at what was erased, so their end is waited for. */
  onWaiting?: (holders: readonly string[]) => void;
  /** Breaks off the waiting. */
  signal?: AbortSignal;
};

/** Ms between two looks at who is still there. */
const LOOK_EVERY = 250;

/**
 * Makes the database write its files anew without what deleted and changed rows left in them: tables, indexes, statistics (which
 * quote values) and, where that can be had, the write-ahead log. Every table is locked for as long as its turn takes.
 *
 * None of it can run in a transaction, so each statement stands alone; broken off, it can simply be run again.
 * @throws the signal's reason if that breaks off the waiting: with nothing written anew, or all but the old statistics.
 */
export async function scrub(options: ScrubOptions = {}): Promise<Scrubbed> {
  const { kind } = currentDatabase();
  await outliveOlderSnapshots(kind, options);
  await db.$executeRawUnsafe('VACUUM (FULL, ANALYZE)');
  // Analysing wrote new statistics beside the old ones, which whoever began before that may still see.
  await outliveOlderSnapshots(kind, options);
  await db.$executeRawUnsafe('VACUUM FULL pg_statistic');
  return { kind, checkpointed: await dropOldJournal(kind) };
}

/**
 * Waits until nobody looks at the database as it was before now: rows that somebody may still see are copied into the new files.
 * A backup that is being made, a statistic that is being gathered or a replica's long query is enough for that.
 */
async function outliveOlderSnapshots(kind: Scrubbed['kind'], { onWaiting, signal }: ScrubOptions): Promise<void> {
  // The embedded database has one session.
  if (kind === 'embedded') return;
  const [{ now }] = await db.$queryRaw<[{ now: string }]>`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS now`;
  for (let isTold = false; ; isTold = true) {
    const holders = await holdersOfOlder(now);
    if (holders.length === 0) return;
    if (!isTold) onWaiting?.(holders);
    await delay(LOOK_EVERY, undefined, { signal });
  }
}

/**
 * Who still holds a transaction or a snapshot older than the transaction number `now`; replicas do for their own readers. Who reads in another
 * database of the server does no harm; who writes there does, since every snapshot, that of the writing anew too, begins at the oldest
 * transaction of the whole server. Processes of no database count as if they were in each.
 */
async function holdersOfOlder(now: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ holder: string }[]>`
    SELECT holder FROM (
      SELECT format('%s, process %s', backend_type, pid) AS holder,
        CASE WHEN coalesce(datname, current_database()) = current_database()
          THEN greatest(age(backend_xid), age(backend_xmin)) ELSE age(backend_xid) END AS age
      FROM pg_stat_activity
      WHERE pid <> pg_backend_pid()
      UNION ALL
      SELECT format('prepared transaction %s', gid), age(transaction)
      FROM pg_prepared_xacts
      UNION ALL
      SELECT format('replication slot %s', slot_name), greatest(age(xmin), age(catalog_xmin))
      FROM pg_replication_slots) AS held
    WHERE age > age(${now}::xid8::xid)
    ORDER BY age DESC, holder`;
  return rows.map(({ holder }) => holder);
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
