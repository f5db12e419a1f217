import { tokensOf } from './words.ts';

/** What was asked: words in order, phrases that must stand as they are, and what must not occur. */
export type ParsedQuery = {
  /** Every word that is looked for, those of phrases too, in the order they were typed. */
  terms: Term[];
  /** Runs of terms that must stand side by side. */
  phrases: string[][];
  /** Words or phrases that must not occur. */
  excluded: string[][];
};

export type Term = {
  word: string;
  /** As it was typed, for synonyms that mind their letters. */
  typed: string;
  /** Within quotation marks: taken at its word. */
  quoted: boolean;
  /** The last word, if nothing closes it: it may be unfinished. */
  unfinished: boolean;
};

/** A phrase in quotation marks, or what stands without a space. A mark that is never closed is no mark. */
const PIECE = /(?<minus>(?<!\S)[-−–])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]|(?<plain>[^\s"“”„«»]+|["“”„«»]))/gu;

/** The text ends within a word, or right behind its apostrophe, and that word is not excluded. */
const UNFINISHED = /(?:^|\s)(?![-−–])\S*[\p{L}\p{N}\p{M}]['’ʼ]?$/u;

/** Words that one query is searched for; the rest of a pasted page adds nothing to finding it. */
const MOST_TERMS = 40;

/** Never fails: text without a word gives a query without terms. */
export function parseQuery(text: string): ParsedQuery {
  const query: ParsedQuery = { terms: [], phrases: [], excluded: [] };
  for (const match of text.matchAll(PIECE)) {
    const { minus, phrase, plain } = match.groups ?? {};
    const tokens = tokensOf(phrase ?? plain ?? '');
    const words = tokens.map((token) => token.word);
    if (words.length === 0) continue;
    if (minus !== undefined) {
      query.excluded.push(words);
      continue;
    }
    if (phrase !== undefined) query.phrases.push(words);
    const source = phrase ?? plain ?? '';
    for (const { word, start, end } of tokens) {
      query.terms.push({ word, typed: source.slice(start, end), quoted: phrase !== undefined, unfinished: false });
    }
  }
  query.terms.splice(MOST_TERMS);
  const last = query.terms.at(-1);
  if (last !== undefined && !last.quoted && UNFINISHED.test(text)) last.unfinished = true;
  return query;
}
