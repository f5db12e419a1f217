import type { Term } from '../parse-query.ts';
import { basicForm, LETTERS_KEPT } from './basic-form.ts';
import { slipsAllowedIn } from './slips.ts';
import { LANGUAGES } from './synonyms.ts';

/** Whether a word of a document may stand for something that was asked: the codes of its first letter and its second (0 when there is none), and its length. */
export type MayMatter = (first: number, second: number, length: number) => boolean;

/** Codes of the letters that are looked at here are below (`isWord` and `letterAt` in words.ts). */
const CODES = 256;
const NEVER = 255;

/**
 * What the words that stand for one of `asked` (rank.ts) have in common, so that the others, which are most, need not be looked at. An inflection begins with
 * the same two letters and is no shorter than the basic form; a word with a slip in it begins with the same letter, one with two of them with any, and
 * is shorter by no more letters than that.
 */
export function mayMatterTo(asked: readonly Pick<Term, 'word' | 'unfinished'>[]): MayMatter {
  let shortest = NEVER;
  const byFirst = new Uint8Array(CODES).fill(NEVER);
  const byFirstTwo = new Uint8Array(CODES * CODES).fill(NEVER);
  for (const { word, unfinished } of asked) {
    const [first, second] = [codeAt(word, 0), codeAt(word, 1)];
    const form = Math.min(...LANGUAGES.map((language) => basicForm(word, language).length));
    const pair = first * CODES + second;
    byFirstTwo[pair] = Math.min(byFirstTwo[pair] ?? NEVER, form);
    const slips = slipsAllowedIn(word);
    const isBeginning = unfinished && word.length < LETTERS_KEPT;
    if (slips === 1 || isBeginning) byFirst[first] = Math.min(byFirst[first] ?? NEVER, word.length - slips);
    if (slips === 2) shortest = Math.min(shortest, word.length - slips);
  }
  return (first, second, length) =>
    length >= shortest ||
    length >= (byFirst[first] ?? NEVER) ||
    length >= (byFirstTwo[first * CODES + second] ?? NEVER);
}

function codeAt(word: string, at: number): number {
  const code = word.charCodeAt(at);
  return code < CODES ? code : 0;
}
