import { z } from 'zod';
import { requiredText } from '../../threads/schema.ts';
import { practiceLanguageField, professionField } from '../members/schema.ts';

/** How long the words may be in which a member says how staff can see proof. */
export const PROOF_LENGTH = 1_000;

/** What the form at /me/verification sends, of who is not verified yet. */
export const askVerificationSchema = z.strictObject({
  profession: professionField,
  language: practiceLanguageField,
  text: requiredText(PROOF_LENGTH, 'faults.proofMissing'),
});
export type AskVerificationInput = z.output<typeof askVerificationSchema>;
