import type { Meilisearch } from 'meilisearch';
import { EngineUnavailable } from '../engine-unavailable.ts';
import { ask, clientFor, clientWith, done, rubbish, type Connection } from './connection.ts';
import { INDEX_SETTINGS, isMadeByUs } from './index-settings.ts';
import { ownKeys } from './keys.ts';
import type { EngineSynonyms } from './synonyms.ts';

/** Has the ranking rule `attributeRank`; compaction, `skipCreation` and the sorting of fetched documents are older. */
const OLDEST = [1, 36] as const;
const BELOW = 2;

export type Prepared = {
  version: string;
  /** The index is empty, or was filled for another way of finding: `rebuild` it. */
  needsRebuild: boolean;
  /** Whether keys of least privilege are used; otherwise the key that was given is used for everything. */
  ownKeys: boolean;
};

/** Makes the server ready: at every start, by every process; what is there already is left as it is. */
export async function prepare(connection: Connection, apiKey: string, synonyms: EngineSynonyms): Promise<Prepared> {
  const given = clientWith(connection.host, apiKey, connection.timeoutMs);
  const version = await checkVersion(given);
  const keys = await ownKeys(given, connection);
  if (keys !== null) connection.keys = { ...keys, given: apiKey };
  await createIfMissing(connection, connection.index, synonyms);
  const settings = await ask(() => clientFor(connection, 'settings').index(connection.index).getSettings());
  await applySynonyms(connection, synonyms);
  const { numberOfDocuments } = await ask(() => clientFor(connection, 'indexing').index(connection.index).getStats());
  return { version, needsRebuild: numberOfDocuments === 0 || !isMadeByUs(settings), ownKeys: keys !== null };
}

async function checkVersion(given: Meilisearch): Promise<string> {
  const { pkgVersion } = (await ask(() => given.getVersion())) as Partial<{ pkgVersion: string }>;
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(pkgVersion ?? '')?.map(Number) ?? [];
  if (pkgVersion === undefined || major === undefined || minor === undefined) throw rubbish();
  if (major < BELOW && (major > OLDEST[0] || minor >= OLDEST[1]) && major >= OLDEST[0]) return pkgVersion;
  throw new EngineUnavailable(
    'version',
    `Meilisearch ${pkgVersion} cannot be used: the forum needs ${OLDEST.join('.')} or newer, below ${BELOW}.0`,
  );
}

/** Makes an empty index with our settings, unless there is one of this name. */
export async function createIfMissing(connection: Connection, uid: string, synonyms: EngineSynonyms): Promise<void> {
  try {
    await ask(() => clientFor(connection, 'indexing').getRawIndex(uid));
  } catch (error) {
    if (!(error instanceof EngineUnavailable) || error.reason !== 'missing') throw error;
    await createIndex(connection, uid, synonyms);
  }
}

export async function createIndex(connection: Connection, uid: string, synonyms: EngineSynonyms): Promise<void> {
  await done(connection, 'indexing', (client) => client.createIndex(uid, { primaryKey: 'id' }));
  const settings = { ...INDEX_SETTINGS, synonyms: { ...synonyms.dictionary } };
  await done(connection, 'settings', (client) => client.index(uid).updateSettings(settings));
}

/** Synonyms are looked up when a query is asked: they change without a new index. */
export async function applySynonyms(connection: Connection, { dictionary }: EngineSynonyms): Promise<void> {
  const there = await ask(() => clientFor(connection, 'settings').index(connection.index).getSynonyms());
  if (isSame(there, dictionary)) return;
  await done(connection, 'settings', (client) => client.index(connection.index).updateSynonyms({ ...dictionary }));
}

function isSame(there: Readonly<Record<string, string[]>>, wanted: Readonly<Record<string, string[]>>): boolean {
  const keys = Object.keys(wanted);
  return (
    keys.length === Object.keys(there).length &&
    keys.every(
      (key) => there[key] !== undefined && JSON.stringify([...there[key]].sort()) === JSON.stringify(wanted[key]),
    )
  );
}
