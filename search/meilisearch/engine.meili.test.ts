import { CommonWords } from './common-words.ts';
import { afterAll } from 'vitest';
import { itKeepsTheContract } from '../testing/engine-contract.ts';
import { makeTestEngine, TIMEOUT } from '../testing/test-engine.ts';
import { clientWith, done, type Connection } from './connection.ts';
import { LanguagesInUse } from './languages-in-use.ts';

const { engine, host, apiKey, index } = makeTestEngine();
const connection: Connection = {
  host,
  index,
  timeoutMs: TIMEOUT,
  deadline: Infinity,
  commonWords: new CommonWords(),
  languages: new LanguagesInUse(),
  keys: { search: apiKey, indexing: apiKey, settings: apiKey, given: apiKey },
};

itKeepsTheContract(async () => {
  await engine.prepare();
  await engine.apply({ synonyms: [] });
  await done(connection, 'indexing', (client) => client.index(index).deleteAllDocuments());
  return engine;
});

afterAll(async () => {
  await done(connection, 'indexing', (client) => client.deleteIndex(index));
  const client = clientWith(host, apiKey, TIMEOUT);
  const { results } = await client.getKeys({ limit: 1_000 });
  for (const { uid, name } of results) if (name?.includes(` ${index} `)) await client.deleteKey(uid);
});
