import { now } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import type { MemberSecret } from './member-secret.server.ts';
import { spendOnce } from './spent-tags.server.ts';

const WINDOW_MS = 5 * 60_000;

/** Who is asked for a passkey, in which session, and what for: no challenge serves two of these. */
export type Challenged = {
  readonly memberSecret: MemberSecret;
  readonly sessionKey: string;
  readonly purpose: string;
};

/**
 * What a passkey is to sign. Nothing is stored for it: it is derived from the session and the present five minutes, and none but
 * the member can derive it.
 */
export function challengeFor(challenged: Challenged): Uint8Array<ArrayBuffer> {
  return challenged.memberSecret.tag('passkey-challenge', subjectOf(challenged, windowNow()));
}

/** The window whose challenge `given` (base64url) is: the present or the one before, under any seal key. Null for others. */
export function windowOfChallenge(challenged: Challenged, given: string): number | null {
  const isOf = (window: number) =>
    challenged.memberSecret
      .tags('passkey-challenge', subjectOf(challenged, window))
      .some((tag) => Buffer.from(tag).toString('base64url') === given);
  return [windowNow(), windowNow() - 1].find(isOf) ?? null;
}

/** Each challenge is accepted once. */
export function spendChallenge(challenged: Challenged, window: number, tx?: Transaction): Promise<boolean> {
  return spendOnce(challenged.memberSecret, 'passkey-challenge', subjectOf(challenged, window), tx);
}

const windowNow = (): number => Math.floor(now().getTime() / WINDOW_MS);

const subjectOf = ({ sessionKey, purpose }: Challenged, window: number): string => `${sessionKey}/${purpose}/${window}`;
