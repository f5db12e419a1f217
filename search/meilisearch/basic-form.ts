import type { DocumentLanguage } from '../engine.ts';

/**
 * The form that a word shares with its other forms: "sessions" and "session", "texting" and "text", "pasienten" and "pasient".
 * Takes off few and plain endings on purpose: a slip in a word must stay one slip in what is left of it, for the engine forgives slips in
 * these. Documents take that of their language, and so does a query that asks them. Words come folded (words.ts).
 */
export function basicForm(word: string, language: DocumentLanguage): string {
  if (word.length < SHORTEST || !/^[a-zæøå]+$/.test(word)) return word;
  return language === 'nb' ? norwegian(word) : english(word);
}

const SHORTEST = 4;
/** Letters that must be left. */
const LEFT = 3;
/** Letters at the beginning of a word that its basic form begins with too: "adding" is of "ad", "tries" of "try". */
export const LETTERS_KEPT = 2;

function english(word: string): string {
  const singular = withoutPlural(word);
  const base = withoutVerbEnding(singular);
  return base.length > LEFT + 1 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutVerbEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const [, base] = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed)$/.exec(word) ?? [];
  if (base === undefined || base.length < LEFT) return word;
  const undoubled = base.replace(/([^aeioulsz])\1$/, '$1');
  if (undoubled !== base) return undoubled;
  // "hoping" is of hope, as "hopping" is of hop.
  return /^[^aeiou][aeiou][^aeiouwxy]$/.test(base) ? `${base}e` : base;
}

const NORWEGIAN_ENDINGS = ['ene', 'en', 'et', 'er', 'a', 'e'];

function norwegian(word: string): string {
  const bare = /[^s]s$/.test(word) && word.length > SHORTEST ? word.slice(0, -1) : word;
  const ending = NORWEGIAN_ENDINGS.find((end) => bare.endsWith(end) && bare.length - end.length >= LEFT) ?? '';
  return bare.slice(0, bare.length - ending.length);
}
