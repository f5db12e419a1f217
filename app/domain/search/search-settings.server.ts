import type { SearchSettings } from '#search/engine.ts';
import { SHIPPED_SETTINGS } from '#search/settings.ts';
import { currentDatabase } from '#app/platform/db.server.ts';
import { log, withoutContent } from '#app/platform/log.server.ts';
import { groupsWith, readSynonymChanges, SETTINGS_CHANNEL, type SynonymChanges } from './synonyms/stored.server.ts';

/** Ms between looks at what is stored, for where no notice comes (a database behind PgBouncer alone gives none). */
const POLL = 2_000;

type Listener = (settings: SearchSettings) => void;

let inForce: SearchSettings = SHIPPED_SETTINGS;
/** What `inForce` was made of. */
let changed = '{}';
const listeners = new Set<Listener>();

/** How this forum finds documents: what it ships with, as its staff have changed it. The same object until they change it again. */
export function currentSearchSettings(): SearchSettings {
  return inForce;
}

/** Calls `listener` with what is in force from then on, each time that it changes in this process. Returns how to stop that. */
export function onSearchSettingsChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

let begun = 0;
let taken = 0;

/** Puts in force in this process what is stored now. */
export async function loadSearchSettings(): Promise<SearchSettings> {
  const turn = ++begun;
  const { changes } = await readSynonymChanges();
  // Of two that look at once, what the later one saw stands.
  if (turn > taken) {
    taken = turn;
    take(changes);
  }
  return inForce;
}

function take(changes: SynonymChanges): void {
  const text = JSON.stringify(changes);
  if (text === changed) return;
  changed = text;
  inForce = text === '{}' ? SHIPPED_SETTINGS : { ...SHIPPED_SETTINGS, synonyms: groupsWith(changes) };
  for (const listener of listeners) listener(inForce);
}

/**
 * Keeps this process to what is stored for as long as it runs: what any process changes is in force here as soon as the notice
 * comes. What cannot be read leaves in force what was.
 *
 * @throws what the database says when it cannot be read at first.
 */
export async function followSearchSettings(): Promise<{ stop(): Promise<void> }> {
  await loadSearchSettings();
  let looking: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    looking = loadSearchSettings().catch((error: unknown) =>
      log.error(withoutContent(error), 'search settings not read'),
    );
  };
  const unlisten = await currentDatabase().listen(SETTINGS_CHANNEL, look);
  const poll = setInterval(look, POLL);
  return {
    async stop() {
      clearInterval(poll);
      await unlisten();
      await looking;
    },
  };
}
