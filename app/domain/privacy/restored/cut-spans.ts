import { LEDGER_ORDER, markerLengthAt, type Texts } from '../erase-passage/spans.ts';
import type { Span } from '../erase-passage/passage.ts';

/** A version without the spans, and the words that stood there. */
export type CutTexts = { texts: Texts; words: string[] };

type Piece = Span & { isDone: boolean };

/**
 * Cuts spans of the ledger out of a version. They count through it as it was at first; `earlier` ones have a marker in their place
 * already. Null where the version does not fit them: then it cannot be told what to cut.
 */
export function cutSpans(
  now: Texts,
  spans: readonly Span[],
  { earlier, marker }: { earlier: readonly Span[]; marker: string },
): CutTexts | null {
  const pieces = piecesOf(spans, earlier);
  const texts: Texts = {};
  const words: string[] = [];
  let offset = 0;
  for (const field of LEDGER_ORDER) {
    const text = now[field] ?? null;
    const cut = cutField(text ?? '', pieces, { offset, marker });
    if (cut === null) return null;
    if (now[field] !== undefined) texts[field] = text === null ? null : cut.text;
    words.push(...cut.words);
    // One character stands after each field.
    offset = cut.end + 1;
  }
  return pieces.length === 0 ? { texts, words } : null;
}

/**
 * One field, which begins at `offset` of the version as it was at first. Takes the pieces that lie in it from `pieces`, and says where it
 * ended then.
 */
function cutField(
  text: string,
  pieces: Piece[],
  { offset, marker }: { offset: number; marker: string },
): { text: string; words: string[]; end: number } | null {
  let [cut, at, first] = ['', 0, offset];
  const words: string[] = [];
  for (let piece = pieces[0]; piece; piece = pieces[0]) {
    const from = at + (piece.start - first);
    if (from >= text.length) break;
    const length = piece.isDone ? markerLengthAt(text, from) : piece.end - piece.start;
    if (length === 0 || from + length > text.length) return null;
    const there = text.slice(from, from + length);
    if (!piece.isDone) words.push(there);
    cut += text.slice(at, from) + (piece.isDone ? there : marker);
    [at, first] = [from + length, piece.end];
    pieces.shift();
  }
  return { text: cut + text.slice(at), words, end: first + (text.length - at) };
}

/** In their order; those that overlap are one, and what lies in an earlier one is done. */
function piecesOf(spans: readonly Span[], earlier: readonly Span[]): Piece[] {
  const joined: Piece[] = [];
  const open = spans.filter((span) => !earlier.some(({ start, end }) => span.start >= start && span.end <= end));
  for (const span of [...open].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span, isDone: false });
  }
  const done = earlier.map((span) => ({ ...span, isDone: true }));
  return [...joined, ...done].sort((one, other) => one.start - other.start);
}
