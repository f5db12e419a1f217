import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createMeilisearchEngine, type MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { filesHold } from '#search/testing/files-hold.ts';
import { rebuildMeilisearch } from './rebuild-meilisearch.server.ts';
import { itTellsOfNothingHidden } from './testing/nothing-hidden.ts';

const server = inject('meilisearch');
const { host, apiKey, files } = 'host' in server ? server : { host: 'http://127.0.0.1:1', apiKey: '', files: null };
const index = `test-${randomBytes(4).toString('hex')}`;
const engine: MeilisearchEngine = createMeilisearchEngine({ host, apiKey, index, settings: { synonyms: [] } });
let isReady = false;

/** After a removal nothing of it is in the server's files either: those of a server that the run started are read. */
itTellsOfNothingHidden(async () => {
  if (!isReady) {
    await engine.prepare();
    await rebuildMeilisearch(engine);
    isReady = true;
  }
  return {
    engine,
    keeps: async (word) => {
      await engine.compact();
      await engine.pruneTasks();
      return files === null ? (await engine.suggest(word, 1)).length > 0 : filesHold(files, word);
    },
  };
});
