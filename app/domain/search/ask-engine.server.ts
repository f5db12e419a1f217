import type { SearchEngine } from '#search/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

export type Asked<Answer> = {
  answer: Answer;
  /** Which engine gave it. */
  engine: SearchEngine['name'];
};

/** Asks the engine of this forum. What it answers is a proposal: who may see a hit is decided from the database. */
export async function askEngine<Answer>(ask: (engine: SearchEngine) => Promise<Answer>): Promise<Asked<Answer>> {
  const engine = postgresEngine(db);
  return { answer: await ask(engine), engine: engine.name };
}
