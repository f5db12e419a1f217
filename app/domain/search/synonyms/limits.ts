/** What a group may be. An engine takes at most so many `phrases`, and `words` in all, for one term (Meilisearch's own limits). */
export const SYNONYM_LIMITS = {
  /** Terms of one list. */
  terms: 50,
  /** UTF-16 units of a term. */
  length: 80,
  wordsOfTerm: 8,
  phrases: 50,
  words: 100,
  note: 300,
  /** Groups of the forum's own. */
  own: 500,
} as const;

export const SYNONYM_LANGUAGES = ['en', 'nb', 'en+nb'] as const;
export const SYNONYM_DIRECTIONS = ['two-way', 'one-way'] as const;
