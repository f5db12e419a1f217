import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { itKeepsTheContract } from '../testing/engine-contract.ts';
import { clientWith, done, type Connection } from './connection.ts';
import { createMeilisearchEngine } from './engine.ts';

const server = inject('meilisearch');
const { host, apiKey } = 'host' in server ? server : { host: 'http://127.0.0.1:1', apiKey: '' };
const index = `test-${randomBytes(4).toString('hex')}`;
const connection: Connection = {
  host,
  index,
  timeoutMs: 10_000,
  deadline: null,
  keys: { search: apiKey, indexing: apiKey, settings: apiKey, given: apiKey },
};

const engine = createMeilisearchEngine({ host, apiKey, index, settings: { synonyms: [] } });

itKeepsTheContract(async () => {
  await engine.prepare();
  await engine.apply({ synonyms: [] });
  await done(connection, 'indexing', (client) => client.index(index).deleteAllDocuments());
  return engine;
});

afterAll(async () => {
  await done(connection, 'indexing', (client) => client.deleteIndex(index));
  const client = clientWith(host, apiKey, 10_000);
  const { results } = await client.getKeys({ limit: 1_000 });
  for (const { uid, name } of results) if (name?.includes(` ${index} `)) await client.deleteKey(uid);
});
