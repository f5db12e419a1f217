import { z } from 'zod';
import { CLOSING_DAYS, MOST_LINKS, type Settings } from '../settings/schema.ts';
import { checkbox } from '../threads/schema.ts';

/** A whole number as somebody types it. */
const isBetween = (text: string, least: number, most: number): boolean =>
  /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most;

const links = { least: 0, most: MOST_LINKS };

/** What the form at /moderation/settings sends. */
export const settingsFormSchema = z.strictObject({
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
export function typedOfSettings({ holdNewcomers, newcomerLinks, closeAfterDays }: Settings): Record<string, string> {
  return {
    ...(holdNewcomers && { holdNewcomers: 'on' }),
    newcomerLinks: String(newcomerLinks),
    closeAfterDays: closeAfterDays === null ? '' : String(closeAfterDays),
  };
}
