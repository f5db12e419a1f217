import { z } from 'zod';
import { checkbox, requiredText } from '../../threads/schema.ts';
import { MAIL_PACES } from './paces.ts';

const pace = z.enum(MAIL_PACES, 'faults.malformed');

/** What the form at /me/settings/mail sends: where to write, how soon, and that one was told what it means. */
export const askForMailSchema = z.strictObject({
  address: requiredText(254, 'faults.addressMissing').pipe(z.email('faults.addressMalformed')),
  pace,
  wasTold: checkbox.refine((isTold) => isTold, 'faults.mailUntold'),
});
export type AskForMailInput = z.output<typeof askForMailSchema>;

export const mailPaceSchema = z.strictObject({ pace });
