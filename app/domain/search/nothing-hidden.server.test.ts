import { describe } from 'vitest';
import { makeMemoryEngine } from './testing/memory-engine.ts';
import { itTellsOfNothingHidden } from './testing/nothing-hidden.ts';
import { postgresKeeps } from './testing/postgres-keeps.ts';

describe('on PostgreSQL', () => {
  itTellsOfNothingHidden(async () => ({ engine: null, keeps: postgresKeeps }));
});

/** A real one is asked in nothing-hidden.meili.test.ts, where it is found. */
describe('on an engine like Meilisearch', () => {
  itTellsOfNothingHidden(async () => {
    const engine = makeMemoryEngine();
    return { engine, keeps: async (word) => JSON.stringify([...engine.documents.values()]).includes(word) };
  });
});
