import type { Key, Meilisearch } from 'meilisearch';
import { EngineUnavailable } from '../engine-unavailable.ts';
import { ask, isList, rebuiltUid, rubbish, type Connection, type Purpose } from './connection.ts';

/** What each key may do, and no more. */
const ACTIONS: Record<Purpose, readonly string[]> = {
  search: ['search', 'stats.get'],
  indexing: [
    'documents.add',
    'documents.get',
    'documents.delete',
    'indexes.get',
    'indexes.create',
    'indexes.delete',
    'indexes.swap',
    'indexes.compact',
    'stats.get',
    'tasks.get',
    'tasks.delete',
  ],
  settings: ['settings.get', 'settings.update', 'tasks.get'],
};
const PURPOSES = Object.keys(ACTIONS) as Purpose[];
const PAGE = 100;

/**
 * Three keys of least privilege, for our indexes alone: made by the key that was given, and found again by their names. Null when that key may not manage keys
 * (or the server has none): then it is used for everything itself.
 */
export async function ownKeys(given: Meilisearch, connection: Connection): Promise<Record<Purpose, string> | null> {
  try {
    const there = await allKeys(given);
    const keys: Partial<Record<Purpose, string>> = {};
    for (const purpose of PURPOSES) keys[purpose] = await keyFor(given, purpose, connection, there);
    return keys as Record<Purpose, string>;
  } catch (error) {
    if (error instanceof EngineUnavailable && error.reason === 'denied') return null;
    throw error;
  }
}

async function allKeys(given: Meilisearch): Promise<Key[]> {
  const keys: Key[] = [];
  for (;;) {
    const { results, total } = await ask(() => given.getKeys({ offset: keys.length, limit: PAGE }));
    if (!isList(results)) throw rubbish();
    keys.push(...results);
    if (results.length === 0 || keys.length >= total) return keys;
  }
}

async function keyFor(
  given: Meilisearch,
  purpose: Purpose,
  connection: Connection,
  there: readonly Key[],
): Promise<string> {
  const name = `forum ${connection.index} ${purpose}`;
  const actions = [...ACTIONS[purpose]];
  const indexes = [connection.index, rebuiltUid(connection)];
  const known = there.filter((key) => key.name === name);
  const fitting = known.find((key) => isSame(key.actions, actions) && isSame(key.indexes, indexes) && !key.expiresAt);
  if (fitting) return fitting.key;
  // What a key may do cannot be changed: one of an older version of this code gives way to a new one.
  for (const key of known) await ask(() => given.deleteKey(key.uid));
  const made = await ask(() =>
    given.createKey({ name, description: 'Made by the forum at its start', actions, indexes, expiresAt: null }),
  );
  return made.key;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && other.every((value) => one.includes(value));
}
