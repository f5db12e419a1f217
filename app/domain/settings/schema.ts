import { z } from 'zod';
import { FORUM_NAME } from '#app/i18n/forum-name.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { CLOSING_DAYS, FORUM_TEXTS, MOST_LINKS } from './limits.ts';

/** What administrators choose for the whole forum. What was never chosen has the value that stands here. */
export const settingsSchema = z.object({
  name: z.string().min(1).max(FORUM_TEXTS.name).default(FORUM_NAME),
  /** Whom to turn to about the forum itself: an address that the footer shows; null for none. */
  contact: z.string().max(FORUM_TEXTS.contact).nullable().default(null),
  /** The languages of the interface that are offered. */
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .default(() => [...LANGUAGES]),
  /** Whether an administrator is done with what a new forum asks of one. */
  isSetUp: z.boolean().default(false),
  /** Whether the first two posts of a new member wait for a moderator. */
  holdNewcomers: z.boolean().default(false),
  /** Links that a newcomer's post may hold; one with more waits for a moderator. */
  newcomerLinks: z.int().min(0).max(MOST_LINKS).default(2),
  /** Days without a reply after which a thread locks itself, where the thread has no number of its own; null for never. */
  closeAfterDays: z.int().min(CLOSING_DAYS.least).max(CLOSING_DAYS.most).nullable().default(null),
});
export type Settings = z.output<typeof settingsSchema>;
