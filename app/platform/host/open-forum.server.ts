import { migrate } from '#prisma/migrate.ts';
import { openDatabase, type Database, type DatabaseOptions } from '#prisma/client.ts';
import { useMeilisearch } from '#app/domain/search/meilisearch.server.ts';
import type { Config } from '../config.server.ts';
import { lockDataDir } from '../data-lock.server.ts';
import { useDatabase } from '../db.server.ts';
import { mayReadReplica, recordStatement } from '../page-record.server.ts';
import { loadSealKeys } from '../seal-key-file.server.ts';
import { useSealKeys } from '../seal-keys.server.ts';
import { blame } from '../set-up/database-fault.ts';
import { requireLaterThanProgram } from '../set-up/require-clock.server.ts';
import { requireDataDir } from '../set-up/require-data-dir.server.ts';
import { requireServer } from '../set-up/require-server.server.ts';
import { learnToldTables } from './told-tables.server.ts';

/** A forum whose domain may be called in this process, until `close`. */
export type OpenForum = { readonly database: Database; close(): Promise<void> };

/**
 * Makes the domain callable in this process: takes the data directory (embedded database only), hands in the seal keys, opens
 * the database and brings it to this version. The host and the commands both begin here. `say` hears, line by line, what
 * takes time. What can be seen to be wrong with the set-up is seen before anything is made or changed.
 *
 * @throws with a one-line message when the directory is another process's or has no room, the clock is far off, the keys or the
 *   database cannot be had, or a migration fails; nothing stays open then.
 */
export async function openForum(config: Config, say: (line: string) => void): Promise<OpenForum> {
  const toClose: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let last = toClose.pop(); last; last = toClose.pop()) await last();
  };
  try {
    await requireLaterThanProgram();
    if (config.databaseUrl === undefined) {
      await requireDataDir(config.dataDir);
      const lock = await lockDataDir(config.dataDir);
      toClose.push(() => lock.release());
    }
    useSealKeys(await loadSealKeys(config));
    const opening = openDatabase({ ...whereOf(config), onStatement: recordStatement });
    const database = await (config.databaseUrl === undefined ? opening : opening.catch(blame('DATABASE_URL')));
    toClose.push(() => database.close());
    await bringUpToDate(database, config, say);
    await learnToldTables(database);
    useDatabase(database);
    useSearchOf(config);
    return { database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function whereOf(config: Config): DatabaseOptions {
  const { databaseUrl, databaseDirectUrl: directUrl, databaseReplicaUrl: replicaUrl } = config;
  if (databaseUrl === undefined) return { dataDir: config.dataDir };
  return { databaseUrl, directUrl, replicaUrl, readsReplica: mayReadReplica };
}

async function bringUpToDate(database: Database, config: Config, say: (line: string) => void): Promise<void> {
  const { databaseUrl, databaseDirectUrl } = config;
  if (databaseUrl === undefined) return migrate(database, say);
  await requireServer(database, say);
  await migrate(database, say).catch(blame(databaseUrl === databaseDirectUrl ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL'));
}

function useSearchOf({ meiliHost, meiliApiKey }: Config): void {
  if (meiliHost !== undefined) useMeilisearch({ host: meiliHost, apiKey: meiliApiKey ?? '' });
}
