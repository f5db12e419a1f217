import { z } from 'zod';
import { LANGUAGES, type Language } from '#app/i18n/languages.ts';
import { CLOSING_DAYS, FORUM_TEXTS, MOST_LINKS } from '../settings/limits.ts';
import type { Settings } from '../settings/schema.ts';
import { checkbox, optionalText, requiredText } from '../threads/schema.ts';

/** A whole number as somebody types it. */
const isBetween = (text: string, least: number, most: number): boolean =>
  /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most;

const links = { least: 0, most: MOST_LINKS };

/** What the forum is called, whom to ask about it, and which languages its interface is offered in: all, or one. */
const aboutForum = {
  name: requiredText(FORUM_TEXTS.name, 'faults.forumNameMissing'),
  contact: optionalText(FORUM_TEXTS.contact),
  languages: z.enum([...LANGUAGES, 'all'], 'faults.malformed').transform((chosen): Language[] => {
    return chosen === 'all' ? [...LANGUAGES] : [chosen];
  }),
};

/** What the form at /moderation/settings sends. */
export const settingsFormSchema = z.strictObject({
  ...aboutForum,
  holdNewcomers: checkbox,
  newcomerLinks: z
    .string('faults.malformed')
    .trim()
    .refine((text) => isBetween(text, links.least, links.most), { error: 'faults.linksOutside', params: links })
    .transform(Number),
  closeAfterDays: z
    .string('faults.malformed')
    .trim()
    .refine((text) => text === '' || isBetween(text, CLOSING_DAYS.least, CLOSING_DAYS.most), {
      error: 'faults.daysOutside',
      params: CLOSING_DAYS,
    })
    .transform((text) => (text === '' ? null : Number(text))),
  /** Of the settings that the form was filled from. */
  version: z.string('faults.malformed').max(32, 'faults.malformed'),
});

/** The fields of the form as the settings have them. */
export function typedOfSettings(settings: Settings): Record<string, string> {
  const { name, contact, languages, holdNewcomers, newcomerLinks, closeAfterDays } = settings;
  return {
    name,
    contact: contact ?? '',
    languages: languages.length > 1 ? 'all' : (languages[0] ?? 'all'),
    ...(holdNewcomers && { holdNewcomers: 'on' }),
    newcomerLinks: String(newcomerLinks),
    closeAfterDays: closeAfterDays === null ? '' : String(closeAfterDays),
  };
}
