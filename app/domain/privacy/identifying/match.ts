import type { DetailKind, Span } from './finding.ts';

/**
 * Where a pattern stands in a text. Its first group, if it has one, is the find; what is before it only tells what it is.
 * Every pattern here repeats a bounded number of times, so that a text of any length costs its length.
 */
export function* spansOf(
  kind: DetailKind,
  text: string,
  pattern: RegExp,
  isOne: (found: string) => boolean = () => true,
): Generator<Span> {
  for (const match of text.matchAll(pattern)) {
    const found = match[1] ?? match[0];
    if (!isOne(found)) continue;
    const start = match.index + match[0].lastIndexOf(found);
    yield { kind, start, end: start + found.length };
  }
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
