import { oneSlipFrom, slipsBetween } from '../corrections.ts';
import type { SqlExecutor } from '../sql.ts';

/** A word of the index and in how many documents it is. */
export type KnownWord = { word: string; docs: number };

/**
 * The stem of `word` in `language` (both columns), or the word itself where the dictionary has none, as for stop words.
 * Documents keep whole words; that "sessions" also finds "session" is known here alone.
 */
export const STEM_OF = stemOf("CASE language WHEN 'nb' THEN 'norwegian_stem' ELSE 'english_stem' END::regdictionary");

function stemOf(dictionary: string): string {
  return `coalesce((ts_lexize(${dictionary}, word))[1], word)`;
}

export async function deleteWordsWithoutDocuments(
  sql: SqlExecutor,
  counted: readonly { word: string; language: string; docs: number }[],
): Promise<void> {
  const unused = counted.filter(({ docs }) => docs <= 0);
  if (unused.length === 0) return;
  await sql(
    `DELETE FROM search_words USING jsonb_to_recordset($1::jsonb) AS unused (word text, language text)
     WHERE search_words.word = unused.word AND search_words.language = unused.language AND search_words.docs <= 0`,
    [JSON.stringify(unused)],
  );
}

/** How many documents there are, and for every word asked those of the index that share its stem in either language. */
export async function lookUp(
  sql: SqlExecutor,
  words: readonly string[],
): Promise<{ documents: number; known: Map<string, KnownWord[]> }> {
  // The empty word stands in every document.
  const rows = await sql<{ asked: string; word: string; docs: number }>(LOOK_UP, [JSON.stringify(['', ...words])]);
  const known = new Map<string, KnownWord[]>(words.map((word) => [word, []]));
  let documents = 0;
  for (const { asked, word, docs } of rows) {
    if (asked === '') documents = docs;
    else known.get(asked)?.push({ word, docs });
  }
  return { documents, known };
}

const LOOK_UP = `
SELECT asked.word AS asked, found.word, sum(found.docs)::int AS docs
FROM (
  SELECT word, ${stemOf("'english_stem'")} AS en, ${stemOf("'norwegian_stem'")} AS nb
  FROM jsonb_array_elements_text($1::jsonb) AS given (word)
  OFFSET 0
) asked CROSS JOIN LATERAL (
  SELECT word, docs FROM search_words WHERE stem = asked.en AND language = 'en'
  UNION ALL
  SELECT word, docs FROM search_words WHERE stem = asked.nb AND language = 'nb'
) found
GROUP BY asked.word, found.word`;

/** The commonest words of the index that begin with `beginning`. */
export function completions(sql: SqlExecutor, beginning: string, limit: number): Promise<KnownWord[]> {
  return sql<KnownWord>(
    `SELECT word, sum(docs)::int AS docs FROM search_words WHERE word LIKE $1 GROUP BY word ORDER BY docs DESC, word LIMIT $2`,
    [`${beginning}%`, limit],
  );
}

/** A word that `asked` may have been meant to be. */
export type Correction = KnownWord & { slips: number };

/** From this length on a word may hold one slip, and two. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 7;
const MOST_CORRECTIONS = 6;

export function mayHoldSlip(word: string): boolean {
  return word.length >= ONE_SLIP_FROM && /^\p{L}+$/u.test(word);
}

/**
 * Words of the index that lie near `asked`: one slip away or, where there is none and the word is long enough for it, two.
 * The commonest first.
 */
export async function corrections(sql: SqlExecutor, asked: string): Promise<Correction[]> {
  const near = await sql<KnownWord>(NEAR, [JSON.stringify(oneSlipFrom(asked)), MOST_CORRECTIONS]);
  if (near.length > 0 || asked.length < TWO_SLIPS_FROM) return near.map((word) => ({ ...word, slips: 1 }));
  const alike = await sql<KnownWord>(ALIKE, [asked]);
  return alike
    .map((word) => ({ ...word, slips: slipsBetween(asked, word.word, 2) }))
    .filter(({ slips }) => slips <= 2)
    .slice(0, MOST_CORRECTIONS);
}

/** Words of the index that begin with something one slip away from `beginning`. The commonest first. */
export function completionsAfterSlip(sql: SqlExecutor, beginning: string, limit: number): Promise<KnownWord[]> {
  return sql<KnownWord>(BEGIN_NEAR, [JSON.stringify(oneSlipFrom(beginning)), limit]);
}

// Words are kept in the order of their bytes: those that begin with something lie between it and the same with the last character there is.
const BEGIN_NEAR = `
SELECT word, max(docs) AS docs FROM (
  SELECT found.word, slip.word AS slip, sum(found.docs)::int AS docs
  FROM jsonb_array_elements_text($1::jsonb) AS slip (word)
  CROSS JOIN LATERAL (
    SELECT word, docs FROM search_words
    WHERE search_words.word >= slip.word AND search_words.word < slip.word || chr(1114111)
    OFFSET 0
  ) found
  GROUP BY found.word, slip.word
) each GROUP BY word ORDER BY docs DESC, word LIMIT $2`;

const NEAR = `
SELECT found.word, sum(found.docs)::int AS docs
FROM jsonb_array_elements_text($1::jsonb) AS slip (word)
CROSS JOIN LATERAL (SELECT word, docs FROM search_words WHERE search_words.word = slip.word OFFSET 0) found
GROUP BY found.word ORDER BY docs DESC, word LIMIT $2`;

const ALIKE = `
SELECT word, sum(docs)::int AS docs FROM search_words
WHERE word % $1 AND length(word) BETWEEN length($1) - 2 AND length($1) + 2
GROUP BY word ORDER BY docs DESC, word LIMIT 50`;
