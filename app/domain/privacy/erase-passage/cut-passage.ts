import { EVERY_MARKER } from '#app/platform/markdown/markers.ts';
import { addressesWith } from './addresses.ts';
import { findPassage, type Passage, type Span } from './passage.ts';

/** A text with a marker in the place of each passage, and where these stood before. */
export type Cut = { text: string; spans: Span[] };

/** More marks in a row than this mean nothing. */
const LONGEST_RUN = 20;

type Piece = Span & { isDestination: boolean };

/** Takes a passage out of a text, Markdown or plain, with the addresses that name it. Nothing found leaves the text as it was. */
export function cutPassage(source: string, passage: Passage, marker: string): Cut {
  const addresses = addressesWith(passage, source).map(({ replacement, ...span }) => ({
    ...span,
    isDestination: replacement === 'destination',
  }));
  const words = findPassage(passage, source).map((span) => ({ ...withItsMarks(source, span), isDestination: false }));
  const pieces = withoutOverlaps([...addresses, ...words]);
  let text = '';
  let at = 0;
  for (const { start, end, isDestination } of pieces) {
    text += source.slice(at, start) + (isDestination ? `<${marker}>` : marker);
    at = end;
  }
  return { text: text + source.slice(at), spans: pieces.map(({ start, end }) => ({ start, end })) };
}

/** What lies within another goes with it; what only touches another from within joins it. */
function withoutOverlaps(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of [...pieces].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (!last || piece.start >= last.end) kept.push({ ...piece });
    else if (piece.end > last.end) Object.assign(last, { end: piece.end, isDestination: false });
  }
  return kept;
}

/**
 * A place with the marks around it that would be left without their other half, or that a bracket beside them would make mere
 * signs: `**Kari**s` is emphasis, `**[name removed]**s` would not be.
 */
function withItsMarks(source: string, { start, end }: Span): Span {
  const balanced = { start, end };
  for (const run of unpaired(source.slice(start, end))) {
    if (source.slice(balanced.start - run.length, balanced.start) === run) balanced.start -= run.length;
    else if (source.slice(balanced.end, balanced.end + run.length) === run) balanced.end += run.length;
  }
  const opening = /[*~]+$/.exec(source.slice(Math.max(0, balanced.start - LONGEST_RUN), balanced.start))?.[0] ?? '';
  const closing = /^[*~]+/.exec(source.slice(balanced.end))?.[0] ?? '';
  const outside = [
    source.slice(0, balanced.start - opening.length).slice(-1),
    source[balanced.end + closing.length] ?? '',
  ];
  if (opening === '' || opening !== closing || !outside.some((one) => /[\p{L}\p{N}]/u.test(one))) return balanced;
  return { start: balanced.start - opening.length, end: balanced.end + closing.length };
}

/** The runs of marks in a text that are opened and not closed, or the other way round. */
function unpaired(text: string): string[] {
  const open: string[] = [];
  // Within a word, `_` is a letter like others.
  for (const [run] of text.matchAll(/\*+|~+|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu)) {
    if (open.at(-1) === run) open.pop();
    else open.push(run);
  }
  return open.reverse();
}

/**
 * A Markdown source without its signs and its markers, near to what readers see: good enough to tell that a passage still stands
 * in it.
 */
export function withoutSigns(source: string): string {
  return source
    .replace(EVERY_MARKER, ' \uFFFC ')
    .replace(/\]\([^)\n]{0,2000}\)|\]\[[^\]\n]{0,200}\]/g, ']')
    .replace(/[[\]*_~`\\]/g, '')
    .replace(/^[ \t]*(?:[-+>#]+|\d{1,9}[.)])[ \t]+/gm, '');
}
