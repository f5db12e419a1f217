import type { ListedDocument, Stretch } from '../engine.ts';
import type { SqlExecutor } from '../sql.ts';
import { removeDocuments } from './remove.ts';
import { upsertDocuments } from './upsert.ts';

/** Makes the index hold exactly `documents` of the ids in `range`. Writers must take turns, as for `upsertDocuments`. */
export async function rebuildRange(sql: SqlExecutor, { range: { after, upTo }, documents }: Stretch): Promise<void> {
  const surplus = await sql<{ id: string }>(
    `SELECT id FROM search_documents
     WHERE ($1::text IS NULL OR id > $1::text) AND ($2::text IS NULL OR id <= $2::text)
       AND id NOT IN (SELECT jsonb_array_elements_text($3::text::jsonb))`,
    [after, upTo, JSON.stringify(documents.map(({ id }) => id))],
  );
  await removeDocuments(
    sql,
    surplus.map(({ id }) => id),
  );
  await upsertDocuments(sql, documents);
}

/** Documents read at once. */
const LISTED = 500;

/** As `SearchEngine.list` promises. */
export async function* listDocuments(sql: SqlExecutor): AsyncGenerator<ListedDocument, undefined> {
  for (let after: string | null = null; ;) {
    const page: ListedDocument[] = await sql(
      'SELECT id, fingerprint FROM search_documents WHERE $1::text IS NULL OR id > $1::text ORDER BY id LIMIT $2::int',
      [after, LISTED],
    );
    yield* page;
    if (page.length < LISTED) return undefined;
    after = page.at(-1)?.id ?? null;
  }
}
