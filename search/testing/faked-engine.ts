import { createMeilisearchEngine, type MeilisearchEngine } from '../meilisearch/engine.ts';
import { startFakeMeilisearch } from './fake-meilisearch.ts';

export type FakeMeilisearch = Awaited<ReturnType<typeof startFakeMeilisearch>>;

/** An engine, and the server that it takes for a Meilisearch, which says what a test has it say. Until `fake.stop`. */
export async function startFakedEngine(): Promise<{ fake: FakeMeilisearch; engine: MeilisearchEngine }> {
  const fake = await startFakeMeilisearch();
  const engine = createMeilisearchEngine({ host: fake.host, apiKey: 'given', settings: { synonyms: [] } });
  return { fake, engine };
}

/** What was asked of it so far: methods and paths, in their order. */
export function requestsTo({ asked }: FakeMeilisearch): string[] {
  return asked.map(({ method, path }) => `${method} ${path}`);
}
