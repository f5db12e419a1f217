import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { PASSWORD_LENGTH } from '../../identity/schema.ts';
import { ROLES } from '../../identity/viewer.ts';
import { sideOf } from '../../topics/perspectives.ts';

/** What the forms on the staff's page of a member do. */
export const MEMBER_INTENTS = ['role', 'verify', 'unverify', 'reset'] as const;
export type MemberIntent = (typeof MEMBER_INTENTS)[number];

/** A name that is only compared: whatever it is, it is bounded. */
const givenName = z.string().trim().max(PASSWORD_LENGTH.max, 'faults.tooLong');

export const professionField = z
  .string('faults.professionMissing')
  .refine((slug) => sideOf(slug) === 'practitioner', 'faults.professionMissing');
export const practiceLanguageField = z.enum(LANGUAGES, 'faults.practiceLanguageMissing');

/** What those forms send; which of it depends on the button. */
export const memberSchema = z.strictObject({
  role: z.enum(ROLES, 'faults.roleMissing').optional(),
  /** The role that the form showed. */
  from: z.enum(ROLES, 'faults.malformed').optional(),
  profession: z.union([z.literal(''), professionField], 'faults.professionMissing').optional(),
  language: practiceLanguageField.optional(),
  confirm: givenName.optional(),
});
export type MemberInput = z.output<typeof memberSchema>;
