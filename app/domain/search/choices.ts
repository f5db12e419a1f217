export const SORTS = ['relevance', 'newest', 'discussed'] as const;

/** How far back a search may be narrowed to, besides any day. */
export const PERIODS = ['7d', '30d', '1y'] as const;

/** The longest query, in UTF-16 units. */
export const LONGEST_QUERY = 500;
