/** What the forum is called until its administrators call it something else. */
export const FORUM_NAME = 'Both Chairs';
