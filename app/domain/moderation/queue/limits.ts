/** How long the words of somebody outside the forum may be. */
export const ABOUT_ME_LIMITS = { path: 500, text: 4_000, contact: 200 } as const;
