import { db } from '#app/platform/db.server.ts';

/** Whether the index in the database has `word` in any row. */
export async function postgresKeeps(word: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ kept: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM search_documents AS row WHERE strpos(row::text, ${word}) > 0)
        OR EXISTS (SELECT 1 FROM search_texts AS row WHERE strpos(row::text, ${word}) > 0)
        OR EXISTS (SELECT 1 FROM search_words AS row WHERE strpos(row::text, ${word}) > 0) AS kept`;
  return row?.kept === true;
}
