import type { SearchEngine, SearchSettings } from '../engine.ts';
import { CommonWords } from './common-words.ts';
import { ask, clientFor, done, rebuiltUid, rubbish, type Connection } from './connection.ts';
import { LanguagesInUse } from './languages-in-use.ts';
import { applySynonyms, prepare, type Prepared } from './prepare.ts';
import { countHits, runQuery } from './query.ts';
import { listDocuments, rebuild } from './rebuild.ts';
import { findSimilar } from './similar.ts';
import { suggest } from './suggest.ts';
import { engineSynonyms } from './synonyms.ts';
import { writesTo } from './write.ts';

export type MeilisearchOptions = {
  host: string;
  /** The server's master key, or any key that may do what is asked for. */
  apiKey: string;
  /** Uid of the index; another one beside it is used by a rebuild. */
  index?: string;
  settings: SearchSettings;
  /** For a single request. */
  timeoutMs?: number;
};

export type MeilisearchEngine = SearchEngine & {
  /** Checks the version, makes keys and index and puts the synonyms in force. At every start; changes nothing that is right. */
  prepare(): Promise<Prepared>;
  /** Deletes the server's history of what was written, which holds exact times. */
  pruneTasks(): Promise<void>;
  /** The same engine; every question to it ends after `ms`, answered or not. */
  within(ms: number): MeilisearchEngine;
};

const TIMEOUT = 5_000;

/** The engine on a Meilisearch server. Whatever goes wrong with that is an `EngineUnavailable`. Asks nothing until it is asked. */
export function createMeilisearchEngine(options: MeilisearchOptions): MeilisearchEngine {
  const { host, apiKey, index = 'posts', timeoutMs = TIMEOUT } = options;
  const connection: Connection = {
    host,
    index,
    timeoutMs,
    deadline: Infinity,
    commonWords: new CommonWords(),
    languages: new LanguagesInUse(),
    keys: { search: apiKey, indexing: apiKey, settings: apiKey, given: apiKey },
  };
  let synonyms = engineSynonyms(options.settings);
  const writes = writesTo(connection);
  const engineWithin = (ms: number | null): MeilisearchEngine => {
    const asked = (): Connection =>
      ms === null
        ? connection
        : { ...connection, timeoutMs: Math.min(ms, timeoutMs), deadline: performance.now() + ms };
    return {
      name: 'meilisearch',
      prepare: () => prepare(connection, apiKey, synonyms),
      apply: async (settings) => {
        synonyms = engineSynonyms(settings);
        await applySynonyms(connection, synonyms);
      },
      upsert: writes.upsert,
      remove: writes.remove,
      rebuild: (source) => rebuild(connection, synonyms, source),
      compact: async () => {
        await done(connection, 'indexing', (client) => client.index(index).compact());
      },
      list: () => listDocuments(connection),
      query: (query) => runQuery(asked(), synonyms, query),
      count: (query) => countHits(asked(), synonyms, query),
      suggest: (prefix, limit) => suggest(asked(), synonyms, prefix, limit),
      similar: (to, limit) => findSimilar(asked(), to, limit),
      health: async () => {
        const stats: { numberOfDocuments?: unknown } = await ask(() =>
          clientFor(asked(), 'search').index(index).getStats(),
        );
        if (typeof stats.numberOfDocuments !== 'number') throw rubbish();
        return { ok: true, documents: stats.numberOfDocuments };
      },
      pruneTasks: () => pruneTasks(connection),
      within: engineWithin,
    };
  };
  return engineWithin(null);
}

async function pruneTasks(connection: Connection): Promise<void> {
  await done(connection, 'given', (client) =>
    client.tasks.deleteTasks({
      indexUids: [connection.index, rebuiltUid(connection)],
      statuses: ['succeeded', 'failed', 'canceled'],
    }),
  );
}
