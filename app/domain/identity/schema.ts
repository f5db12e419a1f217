import { z } from 'zod';
import { isPenName, isReservedPenName } from './pen-name.ts';

/** Messages are keys of the catalogue's `faults`. */

export const PASSWORD_LENGTH = { min: 8, max: 256 } as const;

const newPassword = z
  .string({ error: 'faults.passwordMissing' })
  .min(PASSWORD_LENGTH.min, 'faults.passwordShort')
  .max(PASSWORD_LENGTH.max, 'faults.passwordLong');

/** A password or name that is only compared: whatever it is, it is bounded. */
const given = (missing: string) =>
  z.string({ error: missing }).min(1, missing).max(PASSWORD_LENGTH.max, 'faults.tooLong');

export const joinSchema = z.strictObject({
  penName: z
    .string({ error: 'faults.penNameMissing' })
    .trim()
    .normalize('NFKC')
    .min(1, 'faults.penNameMissing')
    .refine(isPenName, 'faults.penNameShape')
    .refine((name) => !isReservedPenName(name), 'faults.penNameReserved'),
  password: newPassword,
});
export type JoinInput = z.output<typeof joinSchema>;

export const signInSchema = z.strictObject({
  penName: given('faults.penNameMissing').trim(),
  password: given('faults.passwordMissing'),
});
export type SignInInput = z.output<typeof signInSchema>;

export const changePasswordSchema = z.strictObject({ current: given('faults.passwordMissing'), next: newPassword });
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;

export const recoverSchema = z.strictObject({
  penName: given('faults.penNameMissing').trim(),
  code: given('faults.codeMissing').trim(),
  password: newPassword,
});
export type RecoverInput = z.output<typeof recoverSchema>;
