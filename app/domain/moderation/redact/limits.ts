/** The longest passage, in UTF-16 units. More is to be edited, or removed whole. */
export const LONGEST_PASSAGE = 2_000;
