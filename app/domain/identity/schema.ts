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

const newPenName = z
  .string({ error: 'faults.penNameMissing' })
  .trim()
  .normalize('NFKC')
  .min(1, 'faults.penNameMissing')
  .refine(isPenName, 'faults.penNameShape')
  .refine((name) => !isReservedPenName(name), 'faults.penNameReserved');

export const joinSchema = z.strictObject({ penName: newPenName, password: newPassword });
export type JoinInput = z.output<typeof joinSchema>;

export const signInSchema = z.strictObject({
  penName: given('faults.penNameMissing').trim(),
  password: given('faults.passwordMissing'),
});
export type SignInInput = z.output<typeof signInSchema>;

export const changePenNameSchema = z.strictObject({ penName: newPenName, current: given('faults.passwordMissing') });
export type ChangePenNameInput = z.output<typeof changePenNameSchema>;

export const changePasswordSchema = z.strictObject({ current: given('faults.passwordMissing'), next: newPassword });
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;

/** Spaces are how apps show them in groups. */
const sixDigits = z
  .string({ error: 'faults.appCodeMissing' })
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'faults.appCodeMissing')
      .regex(/^\d{6}$/, 'faults.appCodeShape'),
  );

/** What the browser makes of a passkey, as JSON: empty when scripts did not run. */
const passkeyResponse = z
  .string({ error: 'faults.passkeyNeedsScripts' })
  .min(1, 'faults.passkeyNeedsScripts')
  .max(16_384, 'faults.passkeyRefused');

export const addTotpSchema = z.strictObject({
  code: sixDigits,
  current: given('faults.passwordMissing'),
  pending: z.string().max(4096),
});
export type AddTotpInput = z.output<typeof addTotpSchema>;

/** What a member calls a passkey or a session, so as to know it again. */
const ownName = z
  .string()
  .trim()
  .max(40, 'faults.tooLong')
  .regex(/^\P{Cc}*$/u, 'faults.controlCharacter')
  .default('');

export const addPasskeySchema = z.strictObject({
  name: ownName,
  current: given('faults.passwordMissing'),
  response: passkeyResponse,
});
export type AddPasskeyInput = z.output<typeof addPasskeySchema>;

export const removeFactorSchema = z.strictObject({
  which: z.string().min(1).max(2048),
  current: given('faults.passwordMissing'),
});
export type RemoveFactorInput = z.output<typeof removeFactorSchema>;

export const confirmSchema = z.strictObject({ current: given('faults.passwordMissing') });
export type ConfirmInput = z.output<typeof confirmSchema>;

/** The three ways of showing a second factor, each a form of its own. */
export const appCodeSchema = z.strictObject({ code: sixDigits });
export const passkeySchema = z.strictObject({ response: passkeyResponse });
export const recoveryCodeSchema = z.strictObject({ recoveryCode: given('faults.codeMissing').trim() });

/** How a member's list names a session: its tag in base64url. */
const sessionId = z.string().regex(/^[\w-]{43}$/);

/** Without a session: all others. */
export const endSessionSchema = z.strictObject({ session: sessionId.optional() });
export const nameSessionSchema = z.strictObject({ name: ownName });

export const recoverSchema = z.strictObject({
  penName: given('faults.penNameMissing').trim(),
  code: given('faults.codeMissing').trim(),
  password: newPassword,
});
export type RecoverInput = z.output<typeof recoverSchema>;
