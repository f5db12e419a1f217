import { makeTestEngine } from '#search/testing/test-engine.ts';
import { rebuildMeilisearch } from '#app/domain/search/rebuild-meilisearch.server.ts';
import { itAnswersWhateverIsAsked } from './testing/odd-questions.ts';

const { engine } = makeTestEngine();

itAnswersWhateverIsAsked(async () => {
  await engine.prepare();
  await rebuildMeilisearch(engine);
  return engine;
});
