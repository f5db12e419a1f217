import { z } from 'zod';
import { checkbox, optionalText, requiredText } from '../../threads/schema.ts';
import { LIMITS } from '../../threads/limits.ts';

export const QUEUE_KINDS = ['risk', 'flags', 'aboutMe', 'held', 'pendingEdit', 'appeal', 'verification'] as const;
export const CLAIM_FILTERS = ['claimed', 'unclaimed'] as const;

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

/** How long the words of somebody outside the forum may be. */
export const ABOUT_ME_LIMITS = { path: 500, text: 4_000, contact: 200 } as const;

/** What the form at /concerns/new sends. */
export const aboutMeSchema = z.strictObject({
  path: requiredText(ABOUT_ME_LIMITS.path, 'faults.aboutMePathMissing'),
  text: requiredText(ABOUT_ME_LIMITS.text, 'faults.aboutMeTextMissing'),
  contact: optionalText(ABOUT_ME_LIMITS.contact),
});
export type AboutMeInput = z.output<typeof aboutMeSchema>;
