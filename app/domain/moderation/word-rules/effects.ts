/** What a rule does with a post that holds its words. */
export const WORD_EFFECTS = ['hold', 'warn', 'mask'] as const;
export type WordEffect = (typeof WORD_EFFECTS)[number];
