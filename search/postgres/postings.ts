import type { SqlExecutor } from '../sql.ts';
import type { Plan } from '../plan.ts';
import type { Field, FieldPositions, Postings } from '../score.ts';

const FIELD_OF_WEIGHT: Readonly<Record<string, Field>> = { A: 'title', B: 'label', C: 'body' };

type Row = { id: string; is_opening: boolean; title_length: number; words: [string, number[], string[]][] | null };

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

const READ = `
SELECT id, is_opening, title_length, (
  SELECT jsonb_agg(jsonb_build_array(lexeme, to_jsonb(positions), to_jsonb(weights)))
  FROM unnest(vector) WHERE lexeme = ANY (asked.words)
) AS words
FROM search_documents, (SELECT array(SELECT jsonb_array_elements_text($2::text::jsonb)) AS words OFFSET 0) asked
WHERE id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`;

function postingsOf(row: Row): Postings {
  const words = new Map<string, FieldPositions>();
  for (const [word, positions, weights] of row.words ?? []) {
    const fields: FieldPositions = { title: [], label: [], body: [] };
    for (const [at, position] of positions.entries()) {
      const field = FIELD_OF_WEIGHT[weights[at] ?? ''];
      if (field) fields[field].push(position);
    }
    words.set(word, fields);
  }
  return { isOpening: row.is_opening, titleLength: row.title_length, words };
}
