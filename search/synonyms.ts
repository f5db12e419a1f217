import type { DocumentLanguage, SearchSettings, SynonymLanguage } from './engine.ts';
import type { Term } from './parse-query.ts';
import { tokensOf, wordsOf } from './words.ts';

/** Another way to say the terms from `from` up to, not including, `to`. */
export type Rephrasing = { from: number; to: number; words: string[] };

export type Synonyms = {
  /** By the first word of the term. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
};

type Entry = {
  term: string[];
  /** The letters it must be typed in; null when case does not matter. */
  typed: string[] | null;
  lang: SynonymLanguage;
  others: string[][];
};

/** Endings that make no other word of a term's last word: a group names "dual role" and means "dual roles" too. */
const ENDINGS: Record<DocumentLanguage, readonly string[]> = {
  en: ['', 's', 'es'],
  nb: ['', 'e', 'en', 'et', 'er', 'ene', 'n', 'r', 'ne', 't', 'a', 's'],
};
/** Shorter words are not bent: their endings are mostly other words. */
const SHORTEST_BENT = 4;

const indexed = new WeakMap<SearchSettings, Synonyms>();

/** Synonyms prepared for looking up: once for the same settings, however many engines are made with them. */
export function indexSynonyms(settings: SearchSettings): Synonyms {
  const known = indexed.get(settings);
  if (known) return known;
  const synonyms = index(settings);
  indexed.set(settings, synonyms);
  return synonyms;
}

function index({ synonyms }: SearchSettings): Synonyms {
  const entries = new Map<string, Entry[]>();
  for (const group of synonyms) {
    const from = group.direction === 'two-way' ? group.terms : group.from;
    const to = group.direction === 'two-way' ? group.terms : group.to;
    const minded = new Set(group.caseSensitive);
    for (const name of from) {
      const tokens = tokensOf(name);
      const [first] = tokens;
      if (first === undefined) continue;
      const term = tokens.map((token) => token.word);
      const typed = minded.has(name) ? tokens.map((token) => name.slice(token.start, token.end)) : null;
      const others = to
        .filter((other) => other !== name)
        .map(wordsOf)
        .filter((words) => words.join(' ') !== term.join(' '));
      const list = entries.get(first.word) ?? [];
      entries.set(first.word, [...list, { term, typed, lang: group.lang, others }]);
    }
  }
  return { entries };
}

/**
 * The other ways to say parts of a query, one hop far. Quoted terms have none. `languages` are those the searcher has
 * chosen; none means all, and only then do groups that bridge languages hold.
 */
export function rephrase(terms: readonly Term[], synonyms: Synonyms, languages: readonly string[]): Rephrasing[] {
  const found: Rephrasing[] = [];
  for (let from = 0; from < terms.length; from += 1) {
    for (const entry of candidatesAt(terms, from, synonyms)) {
      const to = from + entry.term.length;
      if (!holds(entry.lang, languages) || !matches(entry, terms.slice(from, to))) continue;
      for (const words of entry.others) found.push({ from, to, words });
    }
  }
  return found;
}

function candidatesAt(terms: readonly Term[], from: number, { entries }: Synonyms): Entry[] {
  const word = terms[from]?.word ?? '';
  // A term of one word may be bent, so it may stand under any of its beginnings.
  const beginnings = new Set(
    Object.values(ENDINGS)
      .flat()
      .filter((end) => word.endsWith(end)),
  );
  return [...beginnings].flatMap((end) => entries.get(word.slice(0, word.length - end.length)) ?? []);
}

function holds(lang: SynonymLanguage, languages: readonly string[]): boolean {
  return languages.length === 0 || (lang !== 'en+nb' && languages.includes(lang));
}

function matches({ term, typed, lang }: Entry, terms: readonly Term[]): boolean {
  if (terms.length !== term.length || terms.some((given) => given.quoted)) return false;
  if (typed) return typed.every((letters, at) => terms[at]?.typed === letters);
  const last = term.length - 1;
  return term.every((word, at) => {
    const given = terms[at]?.word;
    return given === word || (at === last && given !== undefined && isBent(given, word, lang));
  });
}

function isBent(given: string, word: string, lang: SynonymLanguage): boolean {
  if (word.length < SHORTEST_BENT || !given.startsWith(word)) return false;
  const endings = lang === 'en+nb' ? [...ENDINGS.en, ...ENDINGS.nb] : ENDINGS[lang];
  return endings.includes(given.slice(word.length));
}
