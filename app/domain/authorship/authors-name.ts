/** Select constant: what of a post's author may be shown, and no more. */
export const authorSelect = {
  author: { select: { penName: true } },
  persona: { select: { alias: true } },
} as const;

/** Who stands above a post: an account's public name, or an alias that holds in its thread alone. */
export type AuthorName = { kind: 'pen' | 'persona'; name: string };

export function authorName(row: { author: { penName: string } | null; persona: { alias: string } | null }): AuthorName {
  return row.persona ? { kind: 'persona', name: row.persona.alias } : { kind: 'pen', name: row.author?.penName ?? '' };
}
