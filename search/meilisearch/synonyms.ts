import { createHash } from 'node:crypto';
import type { DocumentLanguage, SearchSettings } from '../engine.ts';
import type { Term } from '../parse-query.ts';
import { indexSynonyms, rephrase, type Rephrasing, type Synonyms } from '../synonyms.ts';
import { tokensOf } from '../words.ts';
import { basicForm } from './basic-form.ts';

export const LANGUAGES: readonly DocumentLanguage[] = ['en', 'nb'];
/** Which languages a searcher may have chosen. */
const CHOICES: readonly (readonly DocumentLanguage[])[] = [[], ['en'], ['nb'], ['en', 'nb']];
/** Longer terms are not looked up by the server. */
const LONGEST_LOOKED_UP = 3;

/**
 * Synonyms as Meilisearch takes them, and what they cannot say there: terms that mind their letters, groups that hold only when
 * no language is chosen, terms of more than three words. Each of these is given a word of its own, which no document holds and
 * whose synonyms are what the term finds; a query that means it is sent with that word in its place.
 */
export type EngineSynonyms = {
  readonly synonyms: Synonyms;
  /** The dictionary of the server: basic forms to basic forms. */
  readonly dictionary: Readonly<Record<string, string[]>>;
  /** What the server looks up by itself; `unbridged` is that of it which holds when a language is chosen. */
  readonly lookedUp: Lookups;
  readonly unbridged: Lookups;
};

type Lookups = ReadonlyMap<string, ReadonlySet<string>>;

/** Made once for the same settings: it takes a tenth of a second. */
export function engineSynonyms(settings: SearchSettings): EngineSynonyms {
  const known = made.get(settings);
  if (known) return known;
  const synonyms = make(settings);
  made.set(settings, synonyms);
  return synonyms;
}

const made = new WeakMap<SearchSettings, EngineSynonyms>();

function make(settings: SearchSettings): EngineSynonyms {
  const synonyms = indexSynonyms(settings);
  const names = [...new Set(settings.synonyms.flatMap(namesIn))].map(termsOf).filter((terms) => terms.length > 0);
  const lookedUp = lookupsOf(names, synonyms, []);
  const unbridged = lookupsOf(names, synonyms, LANGUAGES);
  const dictionary = new Map<string, ReadonlySet<string>>(lookedUp);
  for (const terms of names) {
    for (const language of LANGUAGES) {
      for (const chosen of CHOICES) {
        const wanted = wholly(terms, rephrase(terms, synonyms, chosen));
        const standIn = standInFor(terms, wanted, language, chosen, { lookedUp, unbridged });
        if (standIn !== null) dictionary.set(standIn.word, new Set(standIn.phrases));
      }
    }
  }
  const sorted = [...dictionary].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    synonyms,
    dictionary: Object.fromEntries(sorted.map(([key, to]) => [key, [...to].sort()])),
    lookedUp,
    unbridged,
  };
}

/** What terms find that mind no letters, by their basic forms: words that share one share their synonyms. */
function lookupsOf(names: readonly Term[][], synonyms: Synonyms, chosen: readonly DocumentLanguage[]): Lookups {
  const lookups = new Map<string, Set<string>>();
  for (const terms of names.filter(({ length }) => length <= LONGEST_LOOKED_UP)) {
    const untyped = terms.map((term) => ({ ...term, typed: '' }));
    for (const language of LANGUAGES) {
      const key = formsOf(terms, language);
      for (const { words } of wholly(terms, rephrase(untyped, synonyms, chosen))) {
        const phrase = phraseOf(words, language);
        if (phrase !== key) lookups.set(key, (lookups.get(key) ?? new Set()).add(phrase));
      }
    }
  }
  return lookups;
}

/**
 * The word that stands in for `terms` so that they find all of `wanted`, and nothing by a bridge when a language is chosen; null when
 * the server's own lookup says the same.
 */
export function standInFor(
  terms: readonly Term[],
  wanted: readonly Rephrasing[],
  language: DocumentLanguage,
  chosen: readonly string[],
  { lookedUp, unbridged }: Pick<EngineSynonyms, 'lookedUp' | 'unbridged'>,
): { word: string; phrases: string[] } | null {
  const key = formsOf(terms, language);
  const phrases = new Set([key]);
  for (const phrase of (chosen.length === 0 ? lookedUp : unbridged).get(key) ?? []) phrases.add(phrase);
  for (const { words } of wanted) phrases.add(phraseOf(words, language));
  const known = lookedUp.get(key) ?? new Set();
  if (phrases.size === known.size + 1 && [...known].every((phrase) => phrases.has(phrase))) return null;
  const all = [...phrases].sort();
  const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 12);
  return { word: `zs${letters(hash)}zs`, phrases: all };
}

function namesIn(group: SearchSettings['synonyms'][number]): readonly string[] {
  return group.direction === 'two-way' ? group.terms : [...group.from, ...group.to];
}

export function termsOf(name: string): Term[] {
  return tokensOf(name).map(({ word, start, end }) => ({
    word,
    typed: name.slice(start, end),
    quoted: false,
    unfinished: false,
  }));
}

function wholly(terms: readonly Term[], rephrasings: readonly Rephrasing[]): Rephrasing[] {
  return rephrasings.filter(({ from, to }) => from === 0 && to === terms.length);
}

export function formsOf(terms: readonly Pick<Term, 'word'>[], language: DocumentLanguage): string {
  return terms.map(({ word }) => basicForm(word, language)).join(' ');
}

function phraseOf(words: readonly string[], language: DocumentLanguage): string {
  return words.map((word) => basicForm(word, language)).join(' ');
}

/** A word of letters alone: digits might be taken for a number. */
function letters(hash: string): string {
  return hash.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
