/** How many links a newcomer's post may hold before it waits for a moderator: the most that can be set. */
export const MOST_LINKS = 50;
/** Days without a reply after which threads may be set to lock themselves. */
export const CLOSING_DAYS = { least: 7, most: 3650 } as const;

/** Characters. */
export const FORUM_TEXTS = { name: 40, contact: 200 } as const;
