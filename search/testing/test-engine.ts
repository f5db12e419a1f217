import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createMeilisearchEngine, type MeilisearchEngine } from '../meilisearch/engine.ts';

/** Ms that a request may take: a server that has much to do on a busy machine is late, and not wrong. */
export const TIMEOUT = 120_000;

export type TestEngine = {
  engine: MeilisearchEngine;
  host: string;
  apiKey: string;
  index: string;
  /** Where the server keeps its data, if the run started it. */
  files: string | null;
};

/** An engine with an index of its own on the server of this run. Where there is none, the tests that would ask it are skipped. */
export function makeTestEngine(): TestEngine {
  const server = inject('meilisearch');
  const { host, apiKey, files } = 'host' in server ? server : { host: 'http://127.0.0.1:1', apiKey: '', files: null };
  const index = `test-${randomBytes(4).toString('hex')}`;
  const engine = createMeilisearchEngine({ host, apiKey, index, settings: { synonyms: [] }, timeoutMs: TIMEOUT });
  return { engine, host, apiKey, index, files };
}
