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
  eachStretch(text, (start, end, isWord) => {
    if (isWord) tokens.push({ word: wordAt(text, start, end), start, end });
    else for (const token of tokensIn(text, start, end)) tokens.push(token);
  });
  return tokens;
}

/** The words of `text`, in order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachStretch(text, (start, end, isWord) => {
    if (isWord) words.push(wordAt(text, start, end));
    else for (const { word } of tokensIn(text, start, end)) words.push(word);
  });
  return words;
}

/**
 * Goes through `text` from one ASCII character that is in no word to the next, and calls `take` with every stretch between them: from `start` up to, not
 * including, `end`. `isWord`: but for its case it is a word (`wordAt`), which most are; others hold words, or none (`tokensIn`). Without a regular
 * expression and without cutting anything out, for a search reads a hundred posts.
 */
export function eachStretch(text: string, take: (start: number, end: number, isWord: boolean) => void): void {
  const { length } = text;
  for (let start = 0, end = 0; start < length; start = end + 1) {
    let kinds = 0;
    for (end = start; end < length; end += 1) {
      const kind = kindOf(text.charCodeAt(end));
      if (kind === APART) break;
      kinds |= kind;
    }
    if (end > start) take(start, end, kinds === LETTER && end - start <= LONGEST);
  }
}

/** What a character says of the stretch that it is in. */
const APART = 0;
const LETTER = 1;
const OTHER = 2;

const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (PLAIN.test(character.toLowerCase())) return LETTER;
  return code < 128 && character !== "'" ? APART : OTHER;
});

function kindOf(code: number): number {
  return code < KINDS.length ? (KINDS[code] ?? OTHER) : OTHER;
}

/** The word that a stretch is. */
export function wordAt(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase();
}

/** The code of one letter of such a word, `at` its place in the text, without anything being cut out: in Latin-1 lower case is a bit. */
export function letterAt(text: string, at: number): number {
  return text.charCodeAt(at) | 0x20;
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
