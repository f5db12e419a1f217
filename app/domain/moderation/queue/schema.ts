import { z } from 'zod';
import { checkbox, optionalText, requiredText } from '../../threads/schema.ts';
import { LIMITS } from '../../threads/limits.ts';
import { ABOUT_ME_LIMITS } from './limits.ts';

/** What the buttons on the page of an item do. */
export const ITEM_INTENTS = [
  'claim',
  'release',
  'note',
  'dismiss',
  'hide',
  'approve',
  'sendBack',
  'done',
  'grant',
  'refuse',
  'verify',
  'decline',
] as const;
export type ItemIntent = (typeof ITEM_INTENTS)[number];

/** What the forms on the page of an item send. Which of the texts is asked for depends on the button. */
export const itemSchema = z.strictObject({
  version: z.coerce
    .number('faults.malformed')
    .int('faults.malformed')
    .min(1, 'faults.malformed')
    .max(1e9, 'faults.malformed'),
  reason: optionalText(LIMITS.reason),
  note: optionalText(LIMITS.flagNote),
  despiteClaim: checkbox,
});
export type ItemInput = z.output<typeof itemSchema>;

/** What the form at /concerns/new sends. */
export const aboutMeSchema = z.strictObject({
  path: requiredText(ABOUT_ME_LIMITS.path, 'faults.aboutMePathMissing'),
  text: requiredText(ABOUT_ME_LIMITS.text, 'faults.aboutMeTextMissing'),
  contact: optionalText(ABOUT_ME_LIMITS.contact),
});
export type AboutMeInput = z.output<typeof aboutMeSchema>;
