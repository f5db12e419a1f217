import type { SearchEngine, SearchSettings, Stretch, Written } from '../engine.ts';
import type { SqlExecutor } from '../sql.ts';
import { indexSynonyms } from '../synonyms.ts';
import { correctWords } from './correct.ts';
import { countHits, runQuery } from './query.ts';
import { listDocuments, rebuildRange } from './rebuild.ts';
import { removeDocuments } from './remove.ts';
import { findSimilar } from './similar.ts';
import { suggest } from './suggest.ts';
import { upsertDocuments } from './upsert.ts';

export type PostgresEngine = SearchEngine & {
  /** A rebuild in stretches, each in a transaction of whoever calls it. */
  rebuildRange(stretch: Stretch): Promise<void>;
  /** What was probably meant: `text` with words that the index does not know put right; null where it has no better words. */
  correct(text: string): Promise<string | null>;
};

/** A statement that has run has taken effect. */
const SETTLED: Written = { settled: () => Promise.resolve() };

/**
 * The engine on the forum's own PostgreSQL, embedded or a server. It keeps no state but its settings, so one may be made for
 * every transaction. Its tables are those of the migrations: search_documents, search_texts, search_words.
 */
export function createPostgresEngine(sql: SqlExecutor, settings: SearchSettings): PostgresEngine {
  let synonyms = indexSynonyms(settings);
  return {
    name: 'postgres',
    apply: async (next) => {
      synonyms = indexSynonyms(next);
    },
    upsert: async (documents) => {
      await upsertDocuments(sql, documents);
      return SETTLED;
    },
    remove: async (ids) => {
      await removeDocuments(sql, ids);
      return SETTLED;
    },
    rebuild: async (source) => {
      for await (const stretch of source) await rebuildRange(sql, stretch);
    },
    rebuildRange: (stretch) => rebuildRange(sql, stretch),
    correct: (text) => correctWords(sql, text),
    // Its files are those of the database, which is compacted as a whole.
    compact: () => Promise.resolve(),
    list: () => listDocuments(sql),
    query: (query) => runQuery(sql, synonyms, query),
    count: (query) => countHits(sql, synonyms, query),
    suggest: (prefix, limit) => suggest(sql, synonyms, prefix, limit),
    similar: (to, limit) => findSimilar(sql, synonyms, to, limit),
    health: async () => {
      const [row] = await sql<{ documents: number }>('SELECT count(*)::int AS documents FROM search_documents', []);
      return { ok: row !== undefined, documents: row?.documents ?? 0 };
    },
  };
}
