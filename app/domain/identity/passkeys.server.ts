import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { getSettings } from '../settings/settings.server.ts';
import { challengeFor, spendChallenge, windowOfChallenge, type Challenged } from './passkey-challenge.server.ts';
import type { Awaiting } from './awaiting-session.server.ts';
import type { AddPasskeyInput } from './schema.ts';
import {
  changeFactors,
  type Factors,
  type FactorsChanged,
  type Passkey,
  usableFactors,
} from './second-factor.server.ts';
import type { Member } from './viewer.ts';

/** EdDSA, ECDSA on P-256 and RSA: what authenticators can do (IANA COSE Algorithms). */
const ALGORITHMS = [-8, -7, -257];
/** How many a member may have. */
export const MOST_PASSKEYS = 10;

const TIMEOUT_MS = 5 * 60_000;

const refused = (fault: string) => ({ kind: 'refused', field: 'response', fault }) as const;

/** What the member's browser needs to make a passkey. `origin` is the forum's public address. */
export async function passkeyCreation(member: Member, origin: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { passkeys } = await usableFactors(member);
  return generateRegistrationOptions({
    rpName: (await getSettings()).name,
    rpID: new URL(origin).hostname,
    userName: member.penName,
    userID: userIdOf(member),
    challenge: challengeFor(adding(member, passkeys)),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    // It is always asked for beside the password, so it need not be found on the device by itself.
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** Another passkey as a second factor. `response` is what the browser gave for `passkeyCreation`, as JSON. */
export async function addPasskey(
  member: Member,
  { current, name, response }: AddPasskeyInput,
  origin: string,
): Promise<FactorsChanged> {
  const { passkeys } = await usableFactors(member);
  if (passkeys.length >= MOST_PASSKEYS) return refused('faults.passkeysMany');
  const challenged = adding(member, passkeys);
  const made = await verifiedCreation(response, challenged, origin);
  if (!made) return refused('faults.passkeyRefused');
  const passkey = { ...made.passkey, name };
  return changeFactors(member, current, async (factors, tx) => {
    const isKnown = factors.passkeys.some(({ id }) => id === passkey.id);
    if (isKnown || !(await spendChallenge(challenged, made.window, tx))) return refused('faults.passkeyRefused');
    return { ...factors, passkeys: [...factors.passkeys, passkey] };
  });
}

/** What the browser needs to ask for one of the account's passkeys; null if it has none. */
export async function passkeyRequest(
  awaiting: Awaiting,
  { passkeys }: Factors,
  origin: string,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  if (passkeys.length === 0) return null;
  return generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    challenge: challengeFor(signingIn(awaiting)),
    timeout: TIMEOUT_MS,
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'preferred',
  });
}

/** Whether `response`, as JSON, shows one of the passkeys. Its challenge is spent by that. */
export async function isPasskeyShown(
  awaiting: Awaiting,
  { passkeys }: Factors,
  { response, origin }: { response: string; origin: string },
): Promise<boolean> {
  const challenged = signingIn(awaiting);
  const window = await verifiedRequest(response, passkeys, { challenged, origin });
  return window !== null && (await spendChallenge(challenged, window));
}

const signingIn = ({ memberSecret, sessionKey }: Awaiting): Challenged => ({
  memberSecret,
  sessionKey,
  purpose: 'sign-in',
});

/**
 * For the device, which keeps it beside the pen name: as good as random, and not the account's id. The same throughout a session, so
 * that a second try after a mistyped password takes the place of what the first left on the device.
 */
const userIdOf = ({ memberSecret, sessionKey }: Member): Uint8Array<ArrayBuffer> =>
  memberSecret.tag('passkey-challenge', `user/${sessionKey}`).slice(0, 16);

/** With each passkey that is added the next challenge of the session is another. */
const adding = ({ memberSecret, sessionKey }: Member, passkeys: readonly Passkey[]): Challenged => ({
  memberSecret,
  sessionKey,
  purpose: `add/${passkeys.map(({ id }) => id).join()}`,
});

type Made = { passkey: Omit<Passkey, 'name'>; window: number };

async function verifiedCreation(response: string, challenged: Challenged, origin: string): Promise<Made | null> {
  try {
    const given = JSON.parse(response) as RegistrationResponseJSON;
    const { challenge, window } = challengeOf(given, challenged);
    const { registrationInfo } = await verifyRegistrationResponse({
      ...expected(challenge, origin),
      response: given,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = [given.response.transports ?? []].flat().map(String);
    return {
      window,
      passkey: { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports },
    };
  } catch {
    // The library throws for whatever does not fit; what was sent is anybody's.
    return null;
  }
}

/** The window of the challenge that was answered; null when none of the passkeys answered it. */
async function verifiedRequest(
  response: string,
  passkeys: readonly Passkey[],
  { challenged, origin }: { challenged: Challenged; origin: string },
): Promise<number | null> {
  try {
    const given = JSON.parse(response) as AuthenticationResponseJSON;
    const passkey = passkeys.find(({ id }) => id === given.id);
    if (!passkey) return null;
    const { challenge, window } = challengeOf(given, challenged);
    const { id, counter } = passkey;
    const publicKey = Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url'));
    const { verified } = await verifyAuthenticationResponse({
      ...expected(challenge, origin),
      response: given,
      credential: { id, publicKey, counter },
    });
    return verified ? window : null;
  } catch {
    // As above.
    return null;
  }
}

const expected = (challenge: string, origin: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
  requireUserVerification: false,
});

/** @throws when the challenge that was answered is none of ours. */
function challengeOf(
  { response }: RegistrationResponseJSON | AuthenticationResponseJSON,
  challenged: Challenged,
): { challenge: string; window: number } {
  const { challenge } = decodeClientDataJSON(response.clientDataJSON);
  const window = windowOfChallenge(challenged, challenge);
  if (window === null) throw new Error('The challenge is another session’s, or too old');
  return { challenge, window };
}
