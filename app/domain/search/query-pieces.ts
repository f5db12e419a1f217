/** A phrase in quotation marks with its minus, or what stands without a space: what a searcher sees as one thing. */
const PIECE = /[-−–]?["“”„«»][^"“”„«»]*["“”„«»]|\S+/gu;
const QUOTES = /["“”„«»]/gu;
const MOST_PIECES = 8;

/** The same query with less asked of it, each once: without its quotation marks, and without each of its pieces in turn. */
export function withLess(query: string): string[] {
  const pieces = query.match(PIECE) ?? [];
  const plain = query.replace(QUOTES, ' ').replace(/\s+/gu, ' ').trim();
  const unquoted = query.search(QUOTES) === -1 ? [] : [plain];
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return unquoted;
  const shorter = pieces.map((_piece, at) => pieces.filter((_each, other) => other !== at).join(' '));
  return [...new Set([...unquoted, ...shorter])].filter((less) => less !== query);
}
