import type { SearchDocument } from '../engine.ts';
import { wordsOf } from '../words.ts';

/** Where a word stands, as PostgreSQL weighs it. */
export const TITLE = 'A';
export const LABEL = 'B';
export const BODY = 'C';

/** Positions left free between the fields, so that no phrase or nearness reaches from one into the next. */
const GAP = 32;
/** The last position that PostgreSQL keeps apart. */
const LAST_POSITION = 16_383;

/**
 * A document as a `tsvector` in its text form. Made here and not by `to_tsvector`, so that documents and queries agree on what
 * a word is whatever the server's locale; words stay whole, their stems are in the lexicon.
 */
export function vectorOf(document: SearchDocument): { vector: string; titleLength: number } {
  const places = new Map<string, string[]>();
  let position = 0;
  const add = (text: string, weight: string): number => {
    const words = wordsOf(text);
    for (const word of words) {
      position = Math.min(position + 1, LAST_POSITION);
      const list = places.get(word);
      if (list) list.push(`${position}${weight}`);
      else places.set(word, [`${position}${weight}`]);
    }
    position += GAP;
    return words.length;
  };
  const titleLength = add(document.title, TITLE);
  for (const label of document.topicLabels) add(label, LABEL);
  add(document.body, BODY);
  // Words are letters and digits alone (words.ts): nothing in them needs escaping.
  const vector = Array.from(places, ([word, list]) => `'${word}':${list.join(',')}`).join(' ');
  return { vector, titleLength };
}
