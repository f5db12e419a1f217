import type { SqlExecutor } from '../sql.ts';
import type { Plan } from '../plan.ts';
import type { Field, Postings } from '../score.ts';

type Row = { id: string; is_opening: boolean; title_length: number } & Record<Field, string>;

/** Where the words of the plan stand in these documents; documents that are gone meanwhile are left out. */
export async function readPostings(
  sql: SqlExecutor,
  plan: Plan,
  ids: readonly string[],
): Promise<Map<string, Postings>> {
  const words = new Set([
    ...plan.slots.flatMap(({ forms }) => [...forms.keys()]),
    ...plan.detours.flatMap((detour) => detour.words.flatMap((forms) => [...forms.keys()])),
  ]);
  const rows = await sql<Row>(READ, [JSON.stringify(ids), JSON.stringify([...words])]);
  return new Map(rows.map((row) => [row.id, postingsOf(row)]));
}

/**
 * Of each field the words that are asked for, as a `tsvector` in its text form: marked with the weight that the field's words do not have, and
 * all others dropped. To unpack the whole vector takes many times as long.
 */
const READ = `
SELECT id, is_opening, title_length, ${askedOf('a')} AS title, ${askedOf('b')} AS label, ${askedOf('c')} AS body
FROM search_documents, (SELECT array(SELECT jsonb_array_elements_text($2::text::jsonb)) AS words OFFSET 0) asked
WHERE id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`;

function askedOf(field: 'a' | 'b' | 'c'): string {
  return `ts_filter(setweight(ts_filter(vector, '{${field}}'), 'D', asked.words), '{d}')::text`;
}

const ENTRY = /'([^']+)':([\d,]+)/g;

function postingsOf(row: Row): Postings {
  const words = new Map<string, Record<Field, number[]>>();
  for (const field of ['title', 'label', 'body'] as const) {
    for (const [, word = '', positions = ''] of row[field].matchAll(ENTRY)) {
      const fields = words.get(word) ?? { title: [], label: [], body: [] };
      fields[field] = positions.split(',').map(Number);
      words.set(word, fields);
    }
  }
  return { isOpening: row.is_opening, titleLength: row.title_length, words };
}
