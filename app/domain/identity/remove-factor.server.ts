import type { RemoveFactorInput } from './schema.ts';
import { changeFactors, type FactorsChanged } from './second-factor.server.ts';
import type { Member } from './viewer.ts';

/**
 * Takes one second factor away: `which` is "totp" or the id of a passkey. Who has none left signs in with the password alone, and
 * staff lose their role until they have one again. A row that cannot be read goes with whatever is taken away.
 */
export function removeFactor(member: Member, { current, which }: RemoveFactorInput): Promise<FactorsChanged> {
  return changeFactors(member, current, async ({ totp, passkeys }) => ({
    totp: which === 'totp' ? null : totp,
    passkeys: passkeys.filter(({ id }) => id !== which),
  }));
}
