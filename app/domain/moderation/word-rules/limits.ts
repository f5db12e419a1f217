/** How much the rules may be, together and each. */
export const WORD_RULE_LIMITS = { rules: 500, pattern: 80, note: 200, file: 100_000 } as const;
