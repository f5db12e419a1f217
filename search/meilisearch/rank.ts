import { lettersMissing, lettersOf, slipsBetween } from '../corrections.ts';
import { isGlue } from '../glue-words.ts';
import type { ParsedQuery, Term } from '../parse-query.ts';
import { QUALITY, type Detour, type Plan, type Slot } from '../plan.ts';
import type { Rephrasing } from '../synonyms.ts';
import { basicForm, LETTERS_KEPT } from './basic-form.ts';
import type { Reading } from './reading.ts';
import { slipsAllowedIn } from './slips.ts';
import { LANGUAGES } from './synonyms.ts';

/** Where at least this share of the documents has the word itself, others near to it are other words. */
const KNOWN_SHARE = 0.5;

/**
 * What the documents found are ranked and marked by: for every word of the query the words in them that it was found by. The
 * server knows that too, but does not tell it by word.
 */
export function planFor(
  { terms, phrases, excluded }: ParsedQuery,
  rephrasings: readonly Rephrasing[],
  reading: Reading,
  worthOf: (at: number) => number,
): Plan {
  const plain = rephrasings.filter(({ from, to, words }) => to - from === 1 && words.length === 1);
  const telling = terms.some(({ word }) => !isGlue(word));
  const slots = terms.map((term, at): Slot => {
    const forms = formsOf(term, reading);
    for (const { from, words } of plain) {
      if (from === at) addAll(forms, inflections(words[0] ?? '', reading), QUALITY.synonym);
    }
    const isKnown = reading.numbers.has(term.word);
    return { forms, docs: 0, worth: worthOf(at), beginning: null, isKnown, telling: !telling || !isGlue(term.word) };
  });
  const detours = rephrasings
    .filter((rephrasing) => !plain.includes(rephrasing))
    .map(({ from, to, words }): Detour => ({
      from,
      to,
      words: words.map((word) => inflected(word, reading)),
      quality: QUALITY.synonym,
    }));
  return { slots, detours, phrases, excluded };
}

/** The words that share a basic form with `word`, each in its language: what is one form in English may be another in Norwegian. */
function inflections(word: string, reading: Reading): string[] {
  const forms = LANGUAGES.map((language) => ({ language, form: basicForm(word, language) }));
  return beginningWith(word.slice(0, LETTERS_KEPT), reading).filter((other) =>
    forms.some(({ language, form }) => basicForm(other, language) === form),
  );
}

function beginningWith(beginning: string, { words, byLetter }: Reading): string[] {
  const found: string[] = [];
  for (const number of byLetter.get(beginning.charAt(0)) ?? []) {
    const word = words[number] ?? '';
    if (word.startsWith(beginning)) found.push(word);
  }
  return found;
}

function inflected(word: string, reading: Reading): Map<string, number> {
  const forms = new Map<string, number>([[word, QUALITY.same]]);
  addAll(forms, inflections(word, reading), QUALITY.inflected);
  return forms;
}

/** The words in the documents that stand for a term, with how well they do. */
function formsOf(term: Term, reading: Reading): Map<string, number> {
  const forms = new Map<string, number>([[term.word, QUALITY.same]]);
  if (term.quoted) return forms;
  addAll(forms, inflections(term.word, reading), QUALITY.inflected);
  if (term.unfinished) addAll(forms, beginningWith(term.word, reading), QUALITY.completed);
  const known = [...forms.keys()].reduce((sum, word) => sum + (reading.docs[reading.numbers.get(word) ?? -1] ?? 0), 0);
  if (known < KNOWN_SHARE * reading.documents.length && !isGlue(term.word)) addSlips(forms, term, reading);
  return forms;
}

function addSlips(forms: Map<string, number>, { word, unfinished }: Term, { words, letters, byLetter }: Reading): void {
  const most = slipsAllowedIn(word);
  if (most === 0) return;
  const own = lettersOf(word);
  // The server counts a slip in the first letter for two.
  for (const number of most === 1 ? (byLetter.get(word.charAt(0)) ?? []) : words.keys()) {
    const other = words[number] ?? '';
    const others = letters[number] ?? 0;
    if (other.length < word.length - most || lettersMissing(own, others) > most) continue;
    if (!unfinished && lettersMissing(others, own) > most) continue;
    const slips = unfinished ? slipsInBeginning(word, other, most) : slipsBetween(word, other, most);
    if (slips > 0 && slips <= most) addAll(forms, [other], slips === 1 ? QUALITY.oneSlip : QUALITY.twoSlips);
  }
}

/** How many slips lie between an unfinished word and what `other` begins with: what goes on behind it is none. */
function slipsInBeginning(word: string, other: string, most: number): number {
  let fewest = most + 1;
  for (let length = word.length - most; length <= Math.min(word.length + most, other.length); length += 1) {
    fewest = Math.min(fewest, slipsBetween(word, other.slice(0, length), most));
  }
  return fewest;
}

function addAll(forms: Map<string, number>, words: readonly string[], quality: number): void {
  for (const word of words) if ((forms.get(word) ?? 0) < quality) forms.set(word, quality);
}
