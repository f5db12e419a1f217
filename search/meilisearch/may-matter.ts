import { lettersMissing, lettersOf } from '../corrections.ts';
import { isGlue } from '../glue-words.ts';
import type { Term } from '../parse-query.ts';
import { letterAt, lettersAt } from '../words.ts';
import { basicForm, LETTERS_KEPT } from './basic-form.ts';
import { slipsAllowedIn } from './slips.ts';
import { LANGUAGES } from './synonyms.ts';

/** Whether a word of a document may stand for something that was asked: where it is in `text`, and its gap (`eachStretch` in words.ts). */
export type MayMatter = (text: string, start: number, end: number, gap: number) => boolean;

/** Codes of the letters that are looked at here are below (`eachStretch` and `letterAt` in words.ts). */
const CODES = 256;
const NEVER = 255;

/** A term that other words than its inflections stand for: those that it begins, and those that have slips in them. */
type Loose = { first: number; letters: number; shortest: number; slips: number; unfinished: boolean };

/**
 * What the words have in common that stand for one of `terms`, or for one of the `synonyms` beside them (rank.ts), so that the others, which are most, need
 * not be looked at. An inflection begins with the same two letters and is no shorter than the basic form. A word with a slip in it begins with the same letter, one
 * with two of them with any; it is shorter by no more letters than that, and has no more other ones.
 */
export function mayMatterTo(terms: readonly Term[], synonyms: readonly string[]): MayMatter {
  const byFirstTwo = new Uint8Array(CODES * CODES).fill(NEVER);
  for (const word of [...terms.map((term) => term.word), ...synonyms]) {
    const pair = codeAt(word, 0) * CODES + codeAt(word, 1);
    const form = Math.min(...LANGUAGES.map((language) => basicForm(word, language).length));
    byFirstTwo[pair] = Math.min(byFirstTwo[pair] ?? NEVER, form);
  }
  const loose = terms.flatMap((term) => looseTerm(term) ?? []);
  const byFirst = new Uint8Array(CODES).fill(NEVER);
  for (const { first, shortest, slips } of loose) {
    const firsts = slips === 2 ? byFirst.keys() : [first];
    for (const code of firsts) byFirst[code] = Math.min(byFirst[code] ?? NEVER, shortest);
  }
  return (text, start, end, gap) => {
    const length = gap === end ? end - start : end - start - 1;
    const first = letterAt(text, start);
    const second = length === 1 ? 0 : letterAt(text, start + (gap === start + 1 ? 2 : 1));
    if (length >= (byFirstTwo[first * CODES + second] ?? NEVER)) return true;
    if (length < (byFirst[first] ?? NEVER)) return false;
    const letters = lettersAt(text, start, end, gap);
    return loose.some((term) => mayBe(term, first, length, letters));
  };
}

function looseTerm({ word, unfinished, quoted }: Term): Loose | null {
  const slips = quoted || isGlue(word) ? 0 : slipsAllowedIn(word);
  if (slips === 0 && (quoted || !unfinished || word.length >= LETTERS_KEPT)) return null;
  return { first: codeAt(word, 0), letters: lettersOf(word), shortest: word.length - slips, slips, unfinished };
}

function mayBe(term: Loose, first: number, length: number, letters: number): boolean {
  if (length < term.shortest || (term.slips < 2 && first !== term.first)) return false;
  if (lettersMissing(term.letters, letters) > term.slips) return false;
  return term.unfinished || lettersMissing(letters, term.letters) <= term.slips;
}

function codeAt(word: string, at: number): number {
  const code = word.charCodeAt(at);
  return code < CODES ? code : 0;
}
