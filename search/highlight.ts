import type { Fragment } from './engine.ts';
import { tokensOf } from './words.ts';
import type { Token } from './words.ts';

/** How long a snippet is, in UTF-16 units, about. */
const SNIPPET_LENGTH = 220;
/** Characters before the first mark. */
const LEAD_IN = 60;

/** The whole of `text`, with the words in `marked` marked. */
export function markAll(text: string, marked: ReadonlyMap<string, number>): Fragment[] {
  return fragments(
    text,
    0,
    text.length,
    tokensOf(text).filter(({ word }) => marked.has(word)),
  );
}

/**
 * The stretch of `text` that holds the most of `marked` (word of the text → what it is worth), with them marked; the beginning
 * of the text when it holds none.
 */
export function snippetOf(text: string, marked: ReadonlyMap<string, number>): Fragment[] {
  const tokens = tokensOf(text).filter(({ word }) => marked.has(word));
  const first = bestStart(tokens, marked);
  const start = first === undefined ? 0 : wordStart(text, Math.max(0, first - LEAD_IN));
  const end = wordEnd(text, Math.min(text.length, start + SNIPPET_LENGTH));
  const within = tokens.filter((token) => token.start >= start && token.end <= end);
  return fragments(text, start, end, within);
}

/** Where the stretch begins in which different marked words are worth the most together. */
function bestStart(tokens: readonly Token[], worth: ReadonlyMap<string, number>): number | undefined {
  let best: { start: number; worth: number } | undefined;
  for (const [at, token] of tokens.entries()) {
    const words = new Set<string>();
    let sum = 0;
    for (const { word, end } of tokens.slice(at, at + 40)) {
      if (end - token.start > SNIPPET_LENGTH - LEAD_IN) break;
      if (!words.has(word)) sum += worth.get(word) ?? 0;
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
  const gap = text.slice(0, at + 1).search(/\s\S*$/u);
  return at - gap < LEAD_IN ? gap : at;
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
