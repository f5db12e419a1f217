import type { DocumentLanguage } from '../engine.ts';
import type { Connection } from './connection.ts';
import { multiSearch } from './multi-search.ts';
import { LANGUAGES } from './synonyms.ts';

/** Ms for which it is believed what was found. */
const BELIEVED = 60_000;

/**
 * The languages that documents are in: many a forum has one, and is asked half as much then. Until another one is noticed, its documents are
 * found by the basic forms of those that were there before.
 */
export class LanguagesInUse {
  #inUse: readonly DocumentLanguage[] = LANGUAGES;
  #until = -Infinity;

  get inUse(): readonly DocumentLanguage[] {
    return this.#inUse;
  }

  isDue(now = performance.now()): boolean {
    return now >= this.#until;
  }

  /** All of them, where there is no document yet. */
  note(found: Readonly<Record<string, number>>, now = performance.now()): void {
    const inUse = LANGUAGES.filter((language) => (found[language] ?? 0) > 0);
    this.#inUse = inUse.length > 0 ? inUse : LANGUAGES;
    this.#until = now + BELIEVED;
  }
}

/** Looks which languages documents are in, if that is due. */
export async function lookAtLanguages(connection: Connection): Promise<void> {
  if (!connection.languages.isDue()) return;
  const [answer] = await multiSearch<object>(connection, [{ q: '', limit: 0, facets: ['language'] }]);
  connection.languages.note(answer?.facets['language'] ?? {});
}
