import type { DocumentLanguage } from '../engine.ts';

/** A share of the documents and what it is asked: those of one language, or (null) all, when they are asked the same. */
export type Share = { language: DocumentLanguage | null; q: string };

/** What the documents of each language are asked: words have their forms, and synonyms, in one language. */
export function sharesOf(languages: readonly DocumentLanguage[], ask: (language: DocumentLanguage) => string): Share[] {
  const shares = languages.map((language) => ({ language, q: ask(language) }));
  const [first] = shares;
  return first && shares.every(({ q }) => q === first.q) ? [{ language: null, q: first.q }] : shares;
}

/** What lets through the documents of a share alone. */
export function filterOfShare({ language }: Share): string[] {
  return language === null ? [] : [`language = ${language}`];
}
