/**
 * What a word is: the same for documents, queries, synonyms and marks, on every engine that is handed words. A word is a run of
 * letters and digits in lower case, without apostrophes (can't is cant, as many write it) and without accents but for the å.
 * Scripts that put no spaces between words give one word a character.
 */
const RUN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const SPACELESS_PARTS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu;

/** What most words are. */
const PLAIN = /^[a-z0-9æøå]+$/;

/** Longer runs are no words; they would only make an index large. */
const LONGEST = 64;

/** A word and where it stands in its text: UTF-16 units, from `start` up to, not including, `end`. */
export type Token = { word: string; start: number; end: number };

/** The words of `text` with their places, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  eachStretch(text, (start, end, gap) => {
    if (gap === -1) for (const token of tokensIn(text, start, end)) tokens.push(token);
    else tokens.push({ word: wordAt(text, start, end, gap), start, end });
  });
  return tokens;
}

/** The words of `text`, in order. */
export function wordsOf(text: string): string[] {
  return tokensOf(text).map(({ word }) => word);
}

/**
 * Goes through what stands between characters that are in no word: from `start` up to, not including, `end`. But for its case most of it is one word (`wordAt`);
 * `gap` is where the apostrophe stands that is left out of that (can't), or `end`. -1: it holds words, or none (`tokensIn`). Without a regular expression and without
 * cutting anything out: a search reads fifty posts, and makes nothing of most of their words.
 */
export function eachStretch(text: string, take: (start: number, end: number, gap: number) => void): void {
  const { length } = text;
  for (let start = 0, end = 0; start < length; start = end + 1) {
    let kinds = 0;
    for (end = start; end < length; end += 1) {
      const kind = kindOf(text.charCodeAt(end));
      if (kind === APART) break;
      kinds |= kind;
    }
    if (end > start) take(start, end, end - start <= LONGEST ? gapIn(text, start, end, kinds) : -1);
  }
}

function gapIn(text: string, start: number, end: number, kinds: number): number {
  if (kinds === LETTER) return end;
  if (kinds !== (LETTER | APOSTROPHE)) return -1;
  let gap = -1;
  for (let at = start; at < end; at += 1) {
    if (kindOf(text.charCodeAt(at)) === APOSTROPHE) {
      if (gap !== -1) return -1;
      gap = at;
    } else if (gap !== -1 && isDigit(text.charCodeAt(at))) return -1;
  }
  return gap === start || gap === end - 1 ? -1 : gap;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What a character says of the stretch that it is in. */
const APART = 0;
const LETTER = 1;
const OTHER = 2;
const APOSTROPHE = 4;

/** By code. Looking it up is all that most characters cost. */
const KINDS = new Uint8Array(0x10000).fill(OTHER);
for (let code = 0; code < 0x100; code += 1) {
  if (PLAIN.test(String.fromCharCode(code).toLowerCase())) KINDS[code] = LETTER;
  else if (code < 0x80) KINDS[code] = APART;
}
// Unicode's block of dashes, quotation marks and the like: nothing in it is in a word, but for the apostrophe.
KINDS.fill(APART, 0x2010, 0x2070);
for (const apostrophe of "'’") KINDS[apostrophe.charCodeAt(0)] = APOSTROPHE;

function kindOf(code: number): number {
  return KINDS[code] ?? OTHER;
}

/** The word that a stretch is (`eachStretch`). */
export function wordAt(text: string, start: number, end: number, gap = end): string {
  const word = gap === end ? text.slice(start, end) : text.slice(start, gap) + text.slice(gap + 1, end);
  return word.toLowerCase();
}

/** The code of one letter of such a word, `at` its place in the text, without anything being cut out: in Latin-1 lower case is a bit. */
export function letterAt(text: string, at: number): number {
  return text.charCodeAt(at) | 0x20;
}

/** `lettersOf` such a word. */
export function lettersAt(text: string, start: number, end: number, gap: number): number {
  let letters = 0;
  for (let at = start; at < end; at += 1) if (at !== gap) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** The words of a stretch that is none as it stands. */
export function tokensIn(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.slice(start, end).matchAll(RUN)) {
    const parts = SPACELESS.test(run) ? run.matchAll(SPACELESS_PARTS) : [{ 0: run, index: 0 }];
    for (const part of parts) {
      const word = foldWord(part[0]);
      const at = start + index + part.index;
      if (word !== '') tokens.push({ word, start: at, end: at + part[0].length });
    }
  }
  return tokens;
}

const APOSTROPHES = /['’ʼ]/g;

/** `run` as it is compared: NFKC, lower case, no apostrophes, no accents but the ring of å, at most 64 characters. */
function foldWord(run: string): string {
  const plain = run.toLowerCase().replace(APOSTROPHES, '');
  if (PLAIN.test(plain)) return plain.slice(0, LONGEST);
  const bare = run
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(a\u030a)|[\u0300-\u036f]/g, '$1')
    .normalize('NFC');
  return Array.from(bare.replace(/[^\p{L}\p{N}\p{M}]/gu, ''))
    .slice(0, LONGEST)
    .join('');
}
