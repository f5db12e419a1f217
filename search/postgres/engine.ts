import type { SearchEngine, SearchSettings } from '../engine.ts';
import type { SqlExecutor } from '../sql.ts';
import { indexSynonyms } from '../synonyms.ts';
import { runQuery } from './query.ts';
import { listDocuments, rebuildRange } from './rebuild.ts';
import { removeDocuments } from './remove.ts';
import { findSimilar } from './similar.ts';
import { suggest } from './suggest.ts';
import { upsertDocuments } from './upsert.ts';

/**
 * The engine on the forum's own PostgreSQL, embedded or a server. It keeps no state but its settings, so one may be made for
 * every transaction. Its tables are those of the migrations: search_documents, search_texts, search_words.
 */
export function createPostgresEngine(sql: SqlExecutor, settings: SearchSettings): SearchEngine {
  let synonyms = indexSynonyms(settings);
  return {
    name: 'postgres',
    apply: async (next) => {
      synonyms = indexSynonyms(next);
    },
    upsert: (documents) => upsertDocuments(sql, documents),
    remove: (ids) => removeDocuments(sql, ids),
    rebuild: (range, documents) => rebuildRange(sql, range, documents),
    list: (after, limit) => listDocuments(sql, after, limit),
    query: (query) => runQuery(sql, synonyms, query),
    suggest: (prefix, limit) => suggest(sql, synonyms, prefix, limit),
    similar: (to, limit) => findSimilar(sql, synonyms, to, limit),
    health: async () => {
      const [row] = await sql<{ documents: number }>('SELECT count(*)::int AS documents FROM search_documents', []);
      return { ok: row !== undefined, documents: row?.documents ?? 0 };
    },
  };
}
