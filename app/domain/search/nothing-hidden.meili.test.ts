import { makeTestEngine } from '#search/testing/test-engine.ts';
import { wordsInFiles } from '#search/testing/words-in-files.ts';
import { rebuildMeilisearch } from './rebuild-meilisearch.server.ts';
import { itTellsOfNothingHidden } from './testing/nothing-hidden.ts';

const { engine, files } = makeTestEngine();
let isReady = false;

/** After a removal nothing of it is in the server's files either, but for the names of branches: those of a server that the run started are read. */
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
      const found =
        files === null ? await engine.suggest(word, 1) : await wordsInFiles(files, [word], { branches: false });
      return found.length > 0;
    },
  };
});
