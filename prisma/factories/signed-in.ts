import { TOTP } from 'otpauth';
import { now } from '#app/platform/clock.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { addTotp, offerTotp } from '#app/domain/identity/add-totp.server.ts';
import { readAwaiting, type Awaiting } from '#app/domain/identity/awaiting-session.server.ts';
import { join } from '#app/domain/identity/join.server.ts';
import { readSession, type NewSession } from '#app/domain/identity/sessions.server.ts';
import { signIn } from '#app/domain/identity/sign-in.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';

export const PASSWORD = 'a long walk by the river';

/** Somebody who has joined with a password, as the routes do it. */
export async function makeJoined(penName = `pen-${newId()}`) {
  const result = await join({ penName, password: PASSWORD });
  if (result.kind !== 'joined') throw new Error(result.fault);
  return { penName, member: await memberOf(result), session: result.session, recoveryCodes: result.recoveryCodes };
}

/** Who an outcome with a whole session signs in. */
export async function memberOf(result: { kind: string } | { session: NewSession }): Promise<Member> {
  const member = 'session' in result ? await readSession(result.session.token) : null;
  if (!member) throw new Error('Nobody is signed in by it');
  return member;
}

/** Who stands between the password and the second factor. */
export async function awaitingOf(result: { kind: string } | { session: NewSession }): Promise<Awaiting> {
  const awaiting = 'session' in result ? await readAwaiting(result.session.token) : null;
  if (!awaiting) throw new Error('Nobody is awaited by it');
  return awaiting;
}

export async function signInAwaiting(penName: string, password = PASSWORD): Promise<Awaiting> {
  return awaitingOf(await signIn({ penName, password }));
}

/** What an app shows at the present time, or some steps of 30 seconds later. */
export function totpCode(secret: string, stepsLater = 0): string {
  return new TOTP({ secret }).generate({ timestamp: now().getTime() + stepsLater * 30_000 });
}

/** Sets up an app by the code of the step before, so that the present one is still good. Gives its secret. */
export async function setUpTotp(member: Member, current = PASSWORD): Promise<string> {
  const { secret, pending } = offerTotp(member);
  const result = await addTotp(member, { current, pending, code: totpCode(secret, -1) });
  if (result.kind !== 'changed') throw new Error(result.fault);
  return secret;
}
