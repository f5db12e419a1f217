/**
 * What a word is: the same for documents, queries, synonyms and marks, on every engine that is handed words. A word is a run of
 * letters and digits in lower case, without apostrophes (can't is cant, as many write it) and without accents but for the å.
 * Scripts that put no spaces between words give one word a character.
 */
const RUN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const SPACELESS_PARTS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu;

/** Longer runs are no words; they would only make an index large. */
const LONGEST = 64;

/** A word and where it stands in its text: UTF-16 units, from `start` up to, not including, `end`. */
export type Token = { word: string; start: number; end: number };

/** The words of `text` with their places, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (isPlain(run) || !SPACELESS.test(run)) {
      addToken(tokens, run, index);
    } else {
      for (const part of run.matchAll(SPACELESS_PARTS)) addToken(tokens, part[0], index + part.index);
    }
  }
  return tokens;
}

/** The words of `text`, in order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const run of text.match(RUN) ?? []) {
    if (isPlain(run)) words.push(run);
    else for (const part of SPACELESS.test(run) ? (run.match(SPACELESS_PARTS) ?? []) : [run]) addWord(words, part);
  }
  return words;
}

function addWord(words: string[], run: string): void {
  const word = foldWord(run);
  if (word !== '') words.push(word);
}

function addToken(tokens: Token[], run: string, start: number): void {
  const word = foldWord(run);
  if (word !== '') tokens.push({ word, start, end: start + run.length });
}

const PLAIN = /^[a-z0-9æøå]+$/;
const APOSTROPHES = /['’ʼ]/g;

/** Whether a run is a word as it stands, which most are. */
function isPlain(run: string): boolean {
  return run.length <= LONGEST && PLAIN.test(run);
}

/** `run` as it is compared: NFKC, lower case, no apostrophes, no accents but the ring of å, at most 64 characters. */
function foldWord(run: string): string {
  if (isPlain(run)) return run;
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
