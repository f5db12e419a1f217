export const SORTS = ['relevance', 'newest', 'discussed'] as const;

/** The longest query, in UTF-16 units. */
export const LONGEST_QUERY = 500;
