import type { SqlExecutor } from '../sql.ts';
import { tokensOf } from '../words.ts';
import { corrections, lookUp, mayHoldSlip } from './lexicon.ts';

/** Words of a text that are looked at, from its beginning. */
const MOST_WORDS = 12;

/**
 * `text` with each word that no document holds put right: replaced by the commonest word of the index that lies nearest to it.
 * Everything between the words, quotation marks too, stays. Null when nothing can be put right.
 */
export async function correctWords(sql: SqlExecutor, text: string): Promise<string | null> {
  const tokens = tokensOf(text).slice(0, MOST_WORDS);
  const { known } = await lookUp(sql, [...new Set(tokens.map(({ word }) => word))]);
  let corrected = text;
  // From the last one on: what is replaced does not move the places of those before it.
  for (const { word, start, end } of tokens.reverse()) {
    if (!mayHoldSlip(word) || (known.get(word)?.length ?? 0) > 0) continue;
    const [nearest] = await corrections(sql, word);
    if (nearest) corrected = corrected.slice(0, start) + nearest.word + corrected.slice(end);
  }
  return corrected === text ? null : corrected;
}
