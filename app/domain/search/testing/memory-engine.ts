import { EngineUnavailable } from '#search/engine-unavailable.ts';
import { FACETS, type FacetCounts, type SearchDocument, type SearchQuery, type Written } from '#search/engine.ts';
import { fingerprintOf } from '#search/fingerprint.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { wordsOf } from '#search/words.ts';

/** A Meilisearch in memory that finds whole words, for tests of what the forum makes of any such engine. */
export type MemoryEngine = MeilisearchEngine & {
  readonly documents: Map<string, SearchDocument>;
  /** What was called, in order. */
  readonly calls: string[];
  /** Fails whatever is asked of it, as if it were not there. */
  isDown: boolean;
  /** Takes writes and never gets them done. */
  isFull: boolean;
  /** Called in the middle of a rebuild, before the new index takes the old one's place. */
  beforeSwap: () => Promise<void>;
};

export function makeMemoryEngine(): MemoryEngine {
  const documents = new Map<string, SearchDocument>();
  const check = (call: string): void => {
    engine.calls.push(call);
    if (engine.isDown) throw new EngineUnavailable('refused', 'The engine is down');
  };
  const written: Written = {
    settled: async () => {
      if (engine.isFull) throw new EngineUnavailable('failed', 'No space left');
    },
  };
  const engine: MemoryEngine = {
    name: 'meilisearch',
    documents,
    calls: [],
    isDown: false,
    isFull: false,
    beforeSwap: () => Promise.resolve(),
    within: () => engine,
    async prepare() {
      check('prepare');
      return { version: '1.50.0', needsRebuild: documents.size === 0, ownKeys: true };
    },
    async apply() {
      check('apply');
    },
    async upsert(given) {
      check('upsert');
      for (const document of given) documents.set(document.id, document);
      return written;
    },
    async remove(ids) {
      check('remove');
      for (const id of ids) documents.delete(id);
      return written;
    },
    async rebuild(source) {
      check('rebuild');
      const next: SearchDocument[] = [];
      for await (const stretch of source) next.push(...stretch.documents);
      await engine.beforeSwap();
      documents.clear();
      for (const document of next) documents.set(document.id, document);
    },
    async compact() {
      check('compact');
    },
    async pruneTasks() {
      check('pruneTasks');
    },
    async *list() {
      check('list');
      const all = [...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      yield* all.map((document) => ({ id: document.id, fingerprint: fingerprintOf(document) }));
      return undefined;
    },
    async query(query) {
      check('query');
      const found = findDocuments(documents, query);
      const threads = [...new Map(found.map((document) => [document.threadId, document])).values()];
      const hits = threads.map(({ id, threadId, title, body }) => ({
        ...{ id, threadId, inTitle: false },
        title: [{ text: title, mark: false }],
        snippet: [{ text: body, mark: false }],
      }));
      return { hits, total: hits.length, facets: countFacets(threads), tookMs: 0 };
    },
    async count(query) {
      check('count');
      return new Set(findDocuments(documents, query).map(({ threadId }) => threadId)).size;
    },
    async suggest(prefix) {
      check('suggest');
      const openings = [...documents.values()].filter(({ part }) => part === 'opening');
      const named = openings.filter(({ title }) => title.toLowerCase().includes(prefix.toLowerCase()));
      const words = [...documents.values()].flatMap(({ title, body }) => wordsOf(`${title} ${body}`));
      return [
        ...named.map(({ threadId, title }) => ({ kind: 'thread' as const, threadId, title })),
        ...words.filter((word) => word.startsWith(prefix)).map((word) => ({ kind: 'word' as const, word })),
      ];
    },
    async similar(to) {
      check('similar');
      const words = 'text' in to ? wordsOf(to.text) : [];
      const found = [...documents.values()].filter(({ title, body }) =>
        words.some((word) => wordsOf(`${title} ${body}`).includes(word)),
      );
      return found.map(({ threadId, title }) => ({ threadId, title }));
    },
    async health() {
      check('health');
      return { ok: true, documents: documents.size };
    },
  };
  return engine;
}

function findDocuments(documents: ReadonlyMap<string, SearchDocument>, { text, without, filters }: SearchQuery) {
  const words = wordsOf(text);
  return [...documents.values()].filter((document) => {
    const held = new Set(wordsOf(`${document.title} ${document.body}`));
    return (
      words.length > 0 &&
      words.every((word) => held.has(word)) &&
      !without.posts.includes(document.id) &&
      !without.threads.includes(document.threadId) &&
      (filters.topic.length === 0 || filters.topic.includes(document.topic))
    );
  });
}

function countFacets(found: readonly SearchDocument[]): FacetCounts {
  const counts: FacetCounts = { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} };
  for (const document of found) {
    for (const facet of FACETS) {
      const value = facet === 'answered' ? (document.answered ? 'yes' : 'no') : document[facet];
      counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    }
  }
  return counts;
}
