import { EVERY_MARKER } from '#app/platform/markdown/markers.ts';
import { REVISED_FIELDS, type RevisedField } from '../../posts/views.ts';
import type { Cut } from './cut-passage.ts';
import type { Span } from './passage.ts';

/** The texts of one version of a post; a reply has its body alone. */
export type Texts = Partial<Record<RevisedField, string | null>>;

/** In the order in which the ledger counts through them: the body first, as if one character stood after each. */
export const LEDGER_ORDER: readonly RevisedField[] = ['body', ...REVISED_FIELDS.filter((field) => field !== 'body')];

/** What was cut out of a version, as the ledger counts: through the body and then through the other fields. */
export function ledgerSpans(before: Texts, cuts: Partial<Record<RevisedField, Cut>>): Span[] {
  let at = 0;
  const spans: Span[] = [];
  for (const field of LEDGER_ORDER) {
    for (const { start, end } of cuts[field]?.spans ?? []) spans.push({ start: at + start, end: at + end });
    at += (before[field] ?? '').length + 1;
  }
  return spans;
}

/**
 * Spans of a text that was redacted before, as spans of the text that it was at first: so that rows of the ledger mean the same in
 * whatever order they are applied. Null where that cannot be told.
 */
export function asAtFirst(now: Texts, earlier: readonly Span[], spans: readonly Span[]): Span[] | null {
  const text = LEDGER_ORDER.map((field) => now[field] ?? '').join('\n');
  const places: { now: Span; first: Span }[] = [];
  let shift = 0;
  for (const first of [...earlier].sort((one, other) => one.start - other.start)) {
    const start = first.start + shift;
    const length = markerLengthAt(text, start);
    if (length === 0) return null;
    places.push({ now: { start, end: start + length }, first });
    shift += length - (first.end - first.start);
  }
  const back = (offset: number): number => {
    const before = places.filter((place) => place.now.end <= offset).at(-1);
    return before ? before.first.end + (offset - before.now.end) : offset;
  };
  return spans.map(({ start, end }) => ({ start: back(start), end: back(end) }));
}

/** How long the marker is that stands at a place of a text; 0 where none does. */
export function markerLengthAt(text: string, at: number): number {
  const pattern = new RegExp(`<${EVERY_MARKER.source}>|${EVERY_MARKER.source}`, 'y');
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
