import type { DocumentLanguage } from '../engine.ts';
import { isGlue } from '../glue-words.ts';
import type { ParsedQuery, Term } from '../parse-query.ts';
import { rephrase, type Rephrasing } from '../synonyms.ts';
import { basicForm } from './basic-form.ts';
import { exactly } from './document.ts';
import { standInFor, type EngineSynonyms } from './synonyms.ts';

/** The server looks at no more words than this, phrases counted as one. */
export const MOST_WORDS = 10;
/** Shorter beginnings are beginnings of nearly everything. */
const SHORTEST_BEGINNING = 2;

/** A part of a query as the server is asked for it: a word, a phrase, or what stands in for a synonym. */
type Piece = {
  /** The terms that it asks for, from `from` up to, not including, `to`. */
  from: number;
  to: number;
  text: string;
  unfinished: boolean;
};

type Given = {
  parsed: ParsedQuery;
  synonyms: EngineSynonyms;
  /** The languages that the searcher has chosen. */
  chosen: readonly string[];
  /** What a term tells, when that is known: of too many words those are asked that tell the most. */
  worthOf: (at: number) => number;
  /** Whether terms of many words must be found as a whole. */
  whole: boolean;
  /** The last words first: the server leaves out those at the end. */
  backwards: boolean;
};

/** What the server is asked for the documents of one language. */
export function compose(given: Given, language: DocumentLanguage): string {
  const { parsed } = given;
  const rephrasings = rephrase(parsed.terms, given.synonyms.synonyms, given.chosen);
  const all = piecesOf(given, rephrasings, language);
  const pieces = mostTelling(all.filter(isTelling(parsed, rephrasings, all)), given);
  const excluded = parsed.excluded.map((words) => `-${phrase(words)}`);
  const last = pieces.at(-1);
  const open = last?.unfinished && last.text.length >= SHORTEST_BEGINNING && !given.backwards;
  const texts = pieces.map(({ text }) => text);
  if (given.backwards) texts.reverse();
  return [...excluded, ...texts].join(' ') + (open ? '' : ' ');
}

function piecesOf(given: Given, rephrasings: readonly Rephrasing[], language: DocumentLanguage): Piece[] {
  const { terms, phrases } = given.parsed;
  const pieces: Piece[] = [];
  let nextPhrase = 0;
  for (let from = 0; from < terms.length;) {
    const piece =
      quotedAt(terms, from, phrases[nextPhrase]) ??
      standInAt(given, from, rephrasings, language) ??
      wordAt(terms, from, language);
    if (terms[from]?.quoted) nextPhrase += 1;
    pieces.push(piece);
    from = piece.to;
  }
  return pieces;
}

function quotedAt(terms: readonly Term[], from: number, words: readonly string[] | undefined): Piece | undefined {
  if (!terms[from]?.quoted || words === undefined) return undefined;
  return { from, to: from + words.length, text: phrase(words), unfinished: false };
}

/** The longest term from here on that the server does not look up as it is meant. */
function standInAt(
  { parsed, synonyms, chosen, whole }: Given,
  from: number,
  rephrasings: readonly Rephrasing[],
  language: DocumentLanguage,
): Piece | undefined {
  const ends = rephrasings.filter((rephrasing) => rephrasing.from === from).map(({ to }) => to);
  for (const to of [...new Set([...ends, ...(chosen.length === 0 ? [] : [from + 1])])].sort((a, b) => b - a)) {
    if (!whole && to - from > 1) continue;
    const wanted = rephrasings.filter((rephrasing) => rephrasing.from === from && rephrasing.to === to);
    const standIn = standInFor(parsed.terms.slice(from, to), wanted, language, chosen, synonyms);
    if (standIn !== null && standIn.word in synonyms.dictionary) {
      return { from, to, text: standIn.word, unfinished: false };
    }
  }
  return undefined;
}

function wordAt(terms: readonly Term[], from: number, language: DocumentLanguage): Piece {
  const { word = '', unfinished = false } = terms[from] ?? {};
  return { from, to: from + 1, text: basicForm(word, language), unfinished };
}

/** Glue is not asked for where there is anything else, unless it is a part of a term that has synonyms. */
function isTelling(
  { terms }: ParsedQuery,
  rephrasings: readonly Rephrasing[],
  all: readonly Piece[],
): (piece: Piece) => boolean {
  const isNeeded = ({ from, to }: Piece) => {
    const term = terms[from];
    if (to - from > 1 || term === undefined || term.quoted || !isGlue(term.word)) return true;
    return rephrasings.some((other) => other.to - other.from > 1 && other.from <= from && from < other.to);
  };
  return all.some(isNeeded) ? isNeeded : () => true;
}

function mostTelling(pieces: readonly Piece[], { parsed, worthOf }: Given): Piece[] {
  if (pieces.length <= MOST_WORDS) return [...pieces];
  const worth = ({ from, to }: Piece) =>
    parsed.terms[from]?.quoted
      ? Infinity
      : Math.max(...Array.from({ length: to - from }, (_, step) => worthOf(from + step)));
  const kept = new Set([...pieces].sort((a, b) => worth(b) - worth(a)).slice(0, MOST_WORDS));
  return pieces.filter((piece) => kept.has(piece));
}

function phrase(words: readonly string[]): string {
  return `"${words.map(exactly).join(' ')}"`;
}
