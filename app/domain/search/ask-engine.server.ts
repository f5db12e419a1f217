import { EngineUnavailable } from '#search/engine-unavailable.ts';
import type { SearchEngine } from '#search/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { log, withoutContent } from '#app/platform/log.server.ts';
import { giveUpForNow, meilisearch, readyMeilisearch } from './meilisearch.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

/** Ms after which nobody waits for Meilisearch any more: with what PostgreSQL then takes it stays under 1.5 s. */
const LONGEST = 900;

export type Asked<Answer> = {
  answer: Answer;
  /** Which engine gave it. */
  engine: SearchEngine['name'];
  /** PostgreSQL answered, since Meilisearch does not. */
  isFallback: boolean;
};

/**
 * Asks the engine of this forum: Meilisearch where there is one, and PostgreSQL when that is gone, slow, full or talks rubbish.
 * After one failure nobody waits for it again until it was found to be in order (`keepMeilisearch`). What an engine answers is
 * a proposal: who may see a hit is decided from the database.
 */
export async function askEngine<Answer>(ask: (engine: SearchEngine) => Promise<Answer>): Promise<Asked<Answer>> {
  const first = readyMeilisearch();
  if (first) {
    try {
      return { answer: await ask(first.within(LONGEST)), engine: first.name, isFallback: false };
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      log.warn(withoutContent(error), 'search falls back to PostgreSQL');
      giveUpForNow();
    }
  }
  const engine = postgresEngine(db);
  return { answer: await ask(engine), engine: engine.name, isFallback: meilisearch() !== undefined };
}
