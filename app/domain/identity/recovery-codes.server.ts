import { randomBytes } from 'node:crypto';
import { base32, newId } from '#app/platform/ids.server.ts';
import { MemberSecret } from './member-secret.server.ts';
import { deriveKey } from './secret-box.server.ts';

/** How many a member gets, each good for one recovery. */
export const RECOVERY_CODE_COUNT = 10;

const CODE_BYTES = 16;
const CODE_LENGTH = 26;

export type RecoveryCodeRow = {
  id: string;
  check: Uint8Array<ArrayBuffer>;
  wrappedSecret: Uint8Array<ArrayBuffer>;
};

const contextOf = (accountId: string): string => `recovery/v1/${accountId}`;

/** Ten new codes. They are shown once: what is stored of them opens nothing. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODE_COUNT }, newRecoveryCode);
}

/** A code of 128 random bits as it is shown: groups of letters and digits that are easy to copy by hand. */
export function newRecoveryCode(): string {
  return base32(randomBytes(CODE_BYTES)).replace(/(.{5})(?=.{5})/g, '$1-');
}

/** What was meant by what somebody typed: no blanks, dashes or capitals; null when it cannot be a code. */
export function normaliseRecoveryCode(typed: string): string | null {
  const text = typed
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/0/g, 'o')
    .replace(/1/g, 'l');
  return text.length === CODE_LENGTH && /^[a-z2-7]+$/.test(text) ? text : null;
}

/** By what a code is found: HKDF apart from the wrapping key, so that the stored value opens nothing. */
export function checkOfCode(code: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(deriveKey(Buffer.from(normaliseRecoveryCode(code) ?? ''), 'recovery/v1/check'));
}

function keyOfCode(code: string): Buffer {
  return deriveKey(Buffer.from(normaliseRecoveryCode(code) ?? ''), 'recovery/v1/wrap');
}

/** Rows for `codes`, each of which opens `secret` for this account. */
export function lockWithCodes(accountId: string, codes: readonly string[], secret: MemberSecret): RecoveryCodeRow[] {
  return codes.map((code) => ({
    id: newId(),
    check: checkOfCode(code),
    wrappedSecret: secret.wrap(keyOfCode(code), contextOf(accountId)),
  }));
}

export function unlockWithCode(
  accountId: string,
  code: string,
  row: Pick<RecoveryCodeRow, 'wrappedSecret'>,
): MemberSecret | null {
  return MemberSecret.unwrap(keyOfCode(code), row.wrappedSecret, contextOf(accountId));
}
