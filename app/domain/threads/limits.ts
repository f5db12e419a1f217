/** How long a text may be, in UTF-16 units, as forms and their counters count. */
export const LIMITS = {
  title: 160,
  situation: 1_000,
  body: 20_000,
  whatIHaveTried: 4_000,
  question: 500,
  contentWarning: 120,
  reason: 300,
  flagNote: 1_000,
} as const;
