import { db } from '#app/platform/db.server.ts';

type Column = { table: string; column: string; type: string };

/** Everything that the tables hold, as text: one line a value, bytes as the characters they are where they are any. */
export async function logicalDump(): Promise<string> {
  const columns = await db.$queryRaw<Column[]>`
    SELECT table_name AS "table", column_name AS "column", data_type AS type
    FROM information_schema.columns WHERE table_schema = 'public'`;
  const dumped = [];
  for (const { table, column, type } of columns) {
    const value = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const [row] = await db.$queryRawUnsafe<{ all: string | null }[]>(
      `SELECT string_agg(${value}, chr(10)) AS all FROM "${table}"`,
    );
    dumped.push(`== ${table}.${column}`, row?.all ?? '');
  }
  return dumped.join('\n');
}

/** Those of `words` that the database holds anywhere, in whatever capitals. */
export async function wordsHeld(words: readonly string[]): Promise<string[]> {
  const dump = (await logicalDump()).toLowerCase();
  return words.filter((word) => dump.includes(word.toLowerCase()));
}
