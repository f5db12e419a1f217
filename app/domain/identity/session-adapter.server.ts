import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DAY_MS } from '#app/platform/times.ts';
import { MemberSecret, type Tag } from './member-secret.server.ts';
import { ownAccountSelect } from './own-account.server.ts';
import { deriveKey, openBox, sealBox } from './secret-box.server.ts';
import { standingOf } from './second-factor-duty.ts';
import type { AccountId } from './viewer.ts';

/** What a session carries. It stands in the row only as ciphertext under a key from the token. */
export type SessionAttributes = {
  memberSecret: MemberSecret;
  /** The account's epoch when the session began: a later one on the account ends it. */
  epoch: number;
  /** The absolute end, which no prolonging moves. */
  endsAt: Date;
  /** tag("session", n), by which the member finds it again. */
  memberTag: Tag;
  /** The password was right and the second factor is still to be shown: until then this signs nobody in. */
  isAwaiting: boolean;
};

/** What the member reads in the list of their sessions. */
export type SessionNote = { signedInOn: string; epoch: number; name: string | null; isAwaiting: boolean };

const WEEK_MS = 7 * DAY_MS;
const CONTEXT = 'session/v1';
const SECRET_CONTEXT = 'session/v1/secret';
/** The plaintext is padded to this, so that a ciphertext's length says nothing. */
const PLAIN_BYTES = 512;

/** Up to the next full week: when a session was made or prolonged is not to be read off its end. */
export function ceilToWeek(time: Date): Date {
  return new Date(Math.ceil(time.getTime() / WEEK_MS) * WEEK_MS);
}

/** How a token is stored and looked up: its SHA-256. The token itself is in the cookie alone. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

const keyOfToken = (token: string): Buffer => deriveKey(Buffer.from(token), CONTEXT);

type Sealed = { accountId: string; epoch: number; endsAt: number; secret: string; isAwaiting: boolean };

function seal(token: string, accountId: string, attributes: SessionAttributes): Uint8Array<ArrayBuffer> {
  const key = keyOfToken(token);
  const sealed: Sealed = {
    accountId,
    epoch: attributes.epoch,
    endsAt: attributes.endsAt.getTime(),
    secret: Buffer.from(attributes.memberSecret.wrap(key, SECRET_CONTEXT)).toString('base64'),
    isAwaiting: attributes.isAwaiting,
  };
  return sealBox(key, Buffer.from(JSON.stringify(sealed).padEnd(PLAIN_BYTES)), CONTEXT);
}

type Unsealed = Omit<SessionAttributes, 'memberTag'> & { accountId: AccountId };

function unseal(token: string, ciphertext: Uint8Array): Unsealed | null {
  const key = keyOfToken(token);
  const plain = openBox(key, ciphertext, CONTEXT);
  if (!plain) return null;
  const { accountId, epoch, endsAt, secret, isAwaiting } = JSON.parse(plain.toString()) as Sealed;
  const memberSecret = MemberSecret.unwrap(key, Buffer.from(secret, 'base64'), SECRET_CONTEXT);
  return (
    memberSecret && { accountId: accountId as AccountId, epoch, endsAt: new Date(endsAt), memberSecret, isAwaiting }
  );
}

/** The session of a token, whole or awaiting, if it has not ended; whether its epoch is still the account's is not asked. */
export async function openSessionRow(token: string): Promise<(SessionAttributes & OpenedRow) | null> {
  const row = await db.session.findUnique({
    where: { tokenHash: hashOfToken(token) },
    select: { ciphertext: true, memberTag: true, expiresAt: true },
  });
  const inside = row && unseal(token, row.ciphertext);
  if (!inside || inside.endsAt <= now()) return null;
  return { ...inside, memberTag: row.memberTag, expiresAt: row.expiresAt };
}

type OpenedRow = { accountId: AccountId; expiresAt: Date };

/** Sealed to its row: a note moved to another session does not open there. */
export function sealNote(secret: MemberSecret, memberTag: Tag, note: SessionNote): Uint8Array<ArrayBuffer> {
  return secret.sealJson('session-note', contextOfNote(memberTag), note);
}

/** Null for one that was tampered with. */
export function openNote(secret: MemberSecret, row: { memberTag: Uint8Array; note: Uint8Array }): SessionNote | null {
  return secret.openJson('session-note', contextOfNote(row.memberTag), row.note) as SessionNote | null;
}

const contextOfNote = (memberTag: Uint8Array): string => Buffer.from(memberTag).toString('base64url');

async function accountOf({ accountId, epoch }: Pick<Unsealed, 'accountId' | 'epoch'>) {
  const account = await db.account.findUnique({
    where: { id: accountId, epoch },
    select: { penName: true, role: true, staffSince: true, ...ownAccountSelect },
  });
  if (!account) return null;
  const { penName, role, staffSince, ...own } = account;
  // Members' pages are spared the question.
  const hasSecondFactor = role !== 'member' && (await db.secondFactor.count({ where: { accountId } })) > 0;
  return { penName, own, ...standingOf({ role, staffSince, hasSecondFactor }, now()) };
}

/** Sessions that were used past half their time; the daily batch prolongs them together (`prolongUsedSessions`). */
const used = new Set<string>();

/** Takes what `used` holds. */
export function takeUsedSessions(): string[] {
  const hashes = [...used];
  used.clear();
  return hashes;
}

/**
 * Lucia's storage on our rows, which name no account. Lucia's session id is the cookie's token: the row has its hash, and all
 * that the session carries is encrypted under it. Whatever Lucia wants done to "all sessions of a user" is done by raising the
 * account's epoch instead, since no row tells whose it is.
 */
export const sessionAdapter: Adapter = {
  async setSession(session: DatabaseSession): Promise<void> {
    const { memberTag, memberSecret, endsAt, epoch, isAwaiting } = session.attributes;
    const signedInOn = now().toISOString().slice(0, 10);
    await db.session.create({
      data: {
        tokenHash: hashOfToken(session.id),
        ciphertext: seal(session.id, session.userId, session.attributes),
        memberTag,
        note: sealNote(memberSecret, memberTag, { signedInOn, epoch, name: null, isAwaiting }),
        expiresAt: ceilToWeek(isAwaiting ? endsAt : session.expiresAt),
      },
      select: { tokenHash: true },
    });
  },

  async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const opened = await openSessionRow(token);
    const account = opened && !opened.isAwaiting ? await accountOf(opened) : null;
    if (!opened || !account) return [null, null];
    const { accountId, expiresAt, ...attributes } = opened;
    return [
      { id: token, userId: accountId, expiresAt, attributes },
      { id: accountId, attributes: account },
    ];
  },

  updateSessionExpiration(token: string): Promise<void> {
    used.add(hashOfToken(token));
    return Promise.resolve();
  },

  async deleteSession(token: string): Promise<void> {
    await db.session.deleteMany({ where: { tokenHash: hashOfToken(token) } });
  },

  async deleteUserSessions(accountId: AccountId): Promise<void> {
    await db.account.update({ where: { id: accountId }, data: { epoch: { increment: 1 } }, select: { id: true } });
  },

  getUserSessions(): Promise<DatabaseSession[]> {
    return Promise.reject(new Error('No row tells whose a session is: a member finds theirs by its tags'));
  },

  async deleteExpiredSessions(): Promise<void> {
    await db.session.deleteMany({ where: { expiresAt: { lte: now() } } });
  },
};
