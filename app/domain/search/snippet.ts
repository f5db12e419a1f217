import type { SnippetPart } from './views.ts';

/** Characters of the text's beginning that stand in for a snippet which the text no longer holds. */
const BEGINNING = 200;

/** Marked text from the index, if `text` still says exactly that; else `text` without marks. */
export function currentParts(parts: SnippetPart[], text: string): SnippetPart[] {
  return textOf(parts) === text ? parts : [{ text, mark: false }];
}

/**
 * A marked stretch from the index, if `text` still holds it; else the beginning of `text`. With dots where text is left out. So
 * an index that lags behind never shows words that were edited or redacted away.
 */
export function currentSnippet(parts: SnippetPart[], text: string): SnippetPart[] {
  const stretch = textOf(parts);
  const at = text.indexOf(stretch);
  if (at === -1) return withDots([{ text: text.slice(0, BEGINNING), mark: false }], false, text.length > BEGINNING);
  return withDots(parts, at > 0, at + stretch.length < text.length);
}

function textOf(parts: readonly SnippetPart[]): string {
  return parts.map((part) => part.text).join('');
}

function withDots(parts: SnippetPart[], before: boolean, after: boolean): SnippetPart[] {
  return [...(before ? [{ text: '… ', mark: false }] : []), ...parts, ...(after ? [{ text: ' …', mark: false }] : [])];
}
