/** How soon a mail tells of something new. */
export const MAIL_PACES = ['daily', 'atOnce'] as const;
export type MailPace = (typeof MAIL_PACES)[number];
