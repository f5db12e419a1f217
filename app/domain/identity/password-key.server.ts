import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { MemberSecret } from './member-secret.server.ts';

/** Argon2id as new passwords get it. Raising these raises each account's at its next sign-in. */
const MEMORY_KIB = 64 * 1024;
const PASSES = 3;

/** Each evaluation takes 64 MiB: a burst of sign-ins must not take the machine's memory. */
const evaluation = pLimit(2);

export type PasswordRow = {
  salt: Uint8Array<ArrayBuffer>;
  memoryKib: number;
  passes: number;
  check: Uint8Array<ArrayBuffer>;
  wrappedSecret: Uint8Array<ArrayBuffer>;
};

const contextOf = (accountId: string): string => `password/v1/${accountId}`;

/** One evaluation gives both halves: 32 bytes that verify the password, 32 that unwrap the secret. */
async function evaluate(password: string, row: Pick<PasswordRow, 'salt' | 'memoryKib' | 'passes'>) {
  const bytes = await evaluation(() =>
    // Argon2id is what it does unless told otherwise.
    hashRaw(password.normalize('NFKC'), {
      memoryCost: row.memoryKib,
      timeCost: row.passes,
      parallelism: 1,
      outputLen: 64,
      salt: row.salt,
    }),
  );
  const check = Uint8Array.from(createHash('sha256').update(bytes.subarray(0, 32)).digest());
  return { check, key: bytes.subarray(32, 64) };
}

/** The row that lets `password` open `secret` for this account. Costs one Argon2id. */
export async function lockWithPassword(
  accountId: string,
  password: string,
  secret: MemberSecret,
): Promise<PasswordRow> {
  const parameters = { salt: Uint8Array.from(randomBytes(16)), memoryKib: MEMORY_KIB, passes: PASSES };
  const { check, key } = await evaluate(password, parameters);
  return { ...parameters, check, wrappedSecret: secret.wrap(key, contextOf(accountId)) };
}

/**
 * The account's secret if `password` is right, else null. Without a row (no such account) it costs the same time, so that an
 * answer does not tell whether the name exists.
 */
export async function unlockWithPassword(
  accountId: string,
  password: string,
  row: PasswordRow | null | undefined,
): Promise<MemberSecret | null> {
  const parameters = row ?? { salt: new Uint8Array(16), memoryKib: MEMORY_KIB, passes: PASSES };
  const { check, key } = await evaluate(password, parameters);
  if (!row || !timingSafeEqual(check, row.check)) return null;
  return MemberSecret.unwrap(key, row.wrappedSecret, contextOf(accountId));
}

/** Whether the row was made under weaker parameters than a new one would get. */
export function isOutdated(row: PasswordRow): boolean {
  return row.memoryKib < MEMORY_KIB || row.passes < PASSES;
}
