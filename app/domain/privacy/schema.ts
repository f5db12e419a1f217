import { z } from 'zod';
import { PASSWORD_LENGTH } from '../identity/schema.ts';

/** What becomes of a member's texts: taken away, or left with nobody behind them. */
const what = z.enum(['remove', 'leave'], 'faults.erasureUnknown');

/** What the form at /me/erase sends. Nothing is chosen beforehand: the choice is for good. */
export const eraseAccountSchema = z.strictObject({
  penNamePosts: what,
  anonymousPosts: what,
  password: z
    .string({ error: 'faults.passwordMissing' })
    .min(1, 'faults.passwordMissing')
    .max(PASSWORD_LENGTH.max, 'faults.tooLong'),
});
export type EraseAccountInput = z.output<typeof eraseAccountSchema>;

/** The form that takes one post back has a button and nothing else. */
export const erasePostSchema = z.strictObject({});
