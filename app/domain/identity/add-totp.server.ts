import { z } from 'zod';
import { now } from '#app/platform/clock.server.ts';
import { HOUR_MS } from '#app/platform/times.ts';
import { lastKnownSettings } from '../settings/settings.server.ts';
import type { AddTotpInput } from './schema.ts';
import { changeFactors, type FactorsChanged } from './second-factor.server.ts';
import { spendOnce } from './spent-tags.server.ts';
import { newTotpSecret, qrCode, type QrCode, stepOfCode, totpAddress } from './totp.server.ts';
import type { Member } from './viewer.ts';

/** How long a secret that was shown can be confirmed. */
const OFFER_MS = HOUR_MS;

const pendingSchema = z.strictObject({ secret: z.string(), until: z.number() });

/** What the page shows: a secret to be put into an app, and what its form brings back so that nothing is stored meanwhile. */
export type TotpOffer = { secret: string; address: string; qr: QrCode; pending: string };

/** A new secret for the member's app. It counts only once a first code confirms it (`addTotp`). */
export function offerTotp(member: Member): TotpOffer {
  const secret = newTotpSecret();
  const box = member.memberSecret.sealJson('second-factor', contextOf(member), {
    secret,
    until: now().getTime() + OFFER_MS,
  });
  return shown(member, secret, Buffer.from(box).toString('base64url'));
}

/** The offer that a form brought back, to be shown again; null when it is another session's, too old, or made up. */
export function reopenOffer(member: Member, pending: string): TotpOffer | null {
  const secret = secretOf(member, pending);
  return secret === null ? null : shown(member, secret, pending);
}

/** Codes from an app as a second factor, in place of an earlier app. The code that confirms is spent by it. */
export async function addTotp(member: Member, { current, code, pending }: AddTotpInput): Promise<FactorsChanged> {
  const secret = secretOf(member, pending);
  if (secret === null) return { kind: 'refused', field: 'code', fault: 'faults.offerOld' };
  const step = stepOfCode(secret, code, now());
  if (step === null) return { kind: 'refused', field: 'code', fault: 'faults.firstCodeWrong' };
  return changeFactors(member, current, async (factors, tx) => {
    if (!(await spendOnce(member.memberSecret, 'totp-step', step, tx))) {
      return { kind: 'refused', field: 'code', fault: 'faults.codeSpent' };
    }
    return { ...factors, totp: { secret } };
  });
}

const contextOf = ({ sessionKey }: Member): string => `offer/${sessionKey}`;

function shown({ penName }: Member, secret: string, pending: string): TotpOffer {
  const address = totpAddress(secret, { issuer: lastKnownSettings().name, penName });
  return { secret, address, qr: qrCode(address), pending };
}

function secretOf(member: Member, pending: string): string | null {
  const box = Buffer.from(pending, 'base64url');
  const opened = pendingSchema.safeParse(member.memberSecret.openJson('second-factor', contextOf(member), box));
  return opened.success && opened.data.until > now().getTime() ? opened.data.secret : null;
}
