import type { Fragment } from './engine.ts';
import type { Marks } from './plan.ts';
import { eachStretch, letterAt, tokensIn, tokensOf, wordAt, type Token } from './words.ts';

/** How long a snippet is, in UTF-16 units, about. */
const SNIPPET_LENGTH = 220;
/** Characters before the first mark. */
const LEAD_IN = 60;

/** The whole of `text`, marked. */
export function markAll(text: string, marks: Marks): Fragment[] {
  return fragments(text, 0, text.length, markedIn(text, marks));
}

/** The stretch of `text` in which what is marked is worth the most; the beginning of the text when nothing is. */
export function snippetOf(text: string, marks: Marks): Fragment[] {
  const tokens = markedIn(text, marks);
  const first = bestStart(tokens);
  const start = first === undefined ? 0 : wordStart(text, Math.max(0, first - LEAD_IN));
  const end = wordEnd(text, Math.min(text.length, start + SNIPPET_LENGTH));
  const within = tokens.filter((token) => token.start >= start && token.end <= end);
  return fragments(text, start, end, within);
}

type MarkedToken = Token & { worth: number };

/** In order. A word may be marked and be worth nothing. */
function markedIn(text: string, { words, runs }: Marks): MarkedToken[] {
  if (runs.length === 0) return wordsIn(text, words);
  const tokens = tokensOf(text);
  const worths = tokens.map(({ word }) => words.get(word));
  for (const run of runs) {
    for (let start = 0; start + run.words.length <= tokens.length; start += 1) {
      if (!run.words.every((forms, step) => forms.has(tokens[start + step]?.word ?? ''))) continue;
      for (let at = start; at < start + run.words.length; at += 1) worths[at] ??= run.worth;
    }
  }
  return tokens.flatMap((token, at) => {
    const worth = worths[at];
    return worth === undefined ? [] : [{ ...token, worth }];
  });
}

/** The same where nothing else is marked. Most words of a text begin as none of these do, and are not even cut out of it. */
function wordsIn(text: string, words: Marks['words']): MarkedToken[] {
  const begins = new Set([...words.keys()].map((word) => word.charCodeAt(0)));
  const marked: MarkedToken[] = [];
  const take = ({ word, start, end }: Token): void => {
    const worth = words.get(word);
    if (worth !== undefined) marked.push({ word, start, end, worth });
  };
  eachStretch(text, (start, end, gap) => {
    if (gap === -1) tokensIn(text, start, end).forEach(take);
    else if (begins.has(letterAt(text, start))) take({ word: wordAt(text, start, end, gap), start, end });
  });
  return marked;
}

/** Where the stretch begins in which different marked words are worth the most together. */
function bestStart(tokens: readonly MarkedToken[]): number | undefined {
  let best: { start: number; worth: number } | undefined;
  for (const [at, token] of tokens.entries()) {
    const words = new Set<string>();
    let sum = 0;
    for (const { word, end, worth } of tokens.slice(at, at + 40)) {
      if (end - token.start > SNIPPET_LENGTH - LEAD_IN) break;
      if (!words.has(word)) sum += worth;
      words.add(word);
    }
    if (best === undefined || sum > best.worth) best = { start: token.start, worth: sum };
  }
  return best?.start;
}

/** The first beginning of a word at or after `at`. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const gap = /\s\S/gu;
  gap.lastIndex = at - 1;
  const found = gap.exec(text);
  return found && found.index - at < LEAD_IN ? found.index + 1 : at;
}

/** The last end of a word at or before `at`. */
function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  let gap = at;
  while (gap > at - LEAD_IN && !isSpace(text, gap)) gap -= 1;
  return gap > at - LEAD_IN ? gap : at;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

function fragments(text: string, start: number, end: number, marked: readonly Token[]): Fragment[] {
  const parts: Fragment[] = [];
  let from = start;
  for (const token of marked) {
    if (token.start > from) parts.push({ text: text.slice(from, token.start), mark: false });
    parts.push({ text: text.slice(token.start, token.end), mark: true });
    from = token.end;
  }
  if (end > from) parts.push({ text: text.slice(from, end), mark: false });
  return parts;
}
