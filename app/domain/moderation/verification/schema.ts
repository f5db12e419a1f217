import { z } from 'zod';
import { requiredText } from '../../threads/schema.ts';
import { practiceLanguageField, professionField } from '../members/schema.ts';
import { PROOF_LENGTH } from './limits.ts';

/** What the form at /me/verification sends, of who is not verified yet. */
export const askVerificationSchema = z.strictObject({
  profession: professionField,
  language: practiceLanguageField,
  text: requiredText(PROOF_LENGTH, 'faults.proofMissing'),
});
export type AskVerificationInput = z.output<typeof askVerificationSchema>;
