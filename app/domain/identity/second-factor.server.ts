import { z } from 'zod';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { confirmPassword, holdPassword, type PasswordRefused } from './confirm-password.server.ts';
import type { MemberSecret } from './member-secret.server.ts';
import type { AccountId, Member } from './viewer.ts';

const passkeySchema = z.strictObject({
  id: z.string(),
  /** COSE, in base64url. */
  publicKey: z.string(),
  /** As it was when the passkey was added: counting on would write down when its member signed in (docs/decisions/022). */
  counter: z.number(),
  transports: z.array(z.string()),
  /** What the member calls it; may be empty. */
  name: z.string(),
});
export type Passkey = z.output<typeof passkeySchema>;

const factorsSchema = z.strictObject({
  /** The secret in base32. */
  totp: z.strictObject({ secret: z.string() }).nullable(),
  passkeys: z.array(passkeySchema),
});
export type Factors = z.output<typeof factorsSchema>;

/** What an account has. `unreadable`: its row was tampered with, so that recovery codes alone stand in for it. */
export type FoundFactors = { kind: 'none' } | { kind: 'unreadable' } | { kind: 'found'; factors: Factors };

export const NO_FACTORS: Factors = { totp: null, passkeys: [] };

type Owner = { readonly accountId: AccountId; readonly memberSecret: MemberSecret };

/** The second factors of somebody whose password was right: their secret opens them. */
export async function findFactors({ accountId, memberSecret }: Owner, tx: Transaction = db): Promise<FoundFactors> {
  const row = await tx.secondFactor.findUnique({ where: { accountId }, select: { ciphertext: true } });
  if (!row) return { kind: 'none' };
  const opened = factorsSchema.safeParse(memberSecret.openJson('second-factor', accountId, row.ciphertext));
  return opened.success ? { kind: 'found', factors: opened.data } : { kind: 'unreadable' };
}

/** Those that can be used. */
export async function usableFactors(owner: Owner): Promise<Factors> {
  const found = await findFactors(owner);
  return found.kind === 'found' ? found.factors : NO_FACTORS;
}

export type FactorRefused = { kind: 'refused'; field: string; fault: string };
export type FactorsChanged = { kind: 'changed' } | FactorRefused | PasswordRefused;

/** The factors as they are to be, or why not. Runs in the transaction that writes them. */
export type FactorChange = (factors: Factors, tx: Transaction) => Promise<Factors | FactorRefused>;

/** Changes the second factors of a member who gives their password for it. Of two changes at once the later sees the earlier. */
export async function changeFactors(member: Member, current: string, change: FactorChange): Promise<FactorsChanged> {
  const confirmed = await confirmPassword(member, current);
  if (confirmed.kind === 'refused') return confirmed;
  return db.$transaction(async (tx) => {
    if (!(await holdPassword(tx, member, confirmed))) {
      return { kind: 'refused', field: 'current', fault: 'faults.passwordWrong' };
    }
    const found = await findFactors(member, tx);
    const changed = await change(found.kind === 'found' ? found.factors : NO_FACTORS, tx);
    if ('kind' in changed) return changed;
    await write(member, changed, tx);
    return { kind: 'changed' };
  });
}

/** No row without a factor in it: the row is what makes sign-in ask. */
async function write({ accountId, memberSecret }: Member, factors: Factors, tx: Transaction): Promise<void> {
  if (factors.totp === null && factors.passkeys.length === 0) {
    await tx.secondFactor.deleteMany({ where: { accountId } });
    return;
  }
  const ciphertext = memberSecret.sealJson('second-factor', accountId, factors);
  await tx.secondFactor.upsert({
    where: { accountId },
    create: { accountId, ciphertext },
    update: { ciphertext },
    select: { accountId: true },
  });
}
