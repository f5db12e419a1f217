import { Lucia, TimeSpan } from 'lucia';
import { isUniqueViolation } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DAY_MS } from '#app/platform/times.ts';
import type { MemberSecret, Tag } from './member-secret.server.ts';
import { rememberOwnAccount, type OwnAccount } from './own-account.server.ts';
import type { Standing } from './second-factor-duty.ts';
import {
  ceilToWeek,
  hashOfToken,
  sessionAdapter,
  type SessionAttributes,
  takeUsedSessions,
} from './session-adapter.server.ts';
import { forgetSpentTags } from './spent-tags.server.ts';
import type { AccountId, Member } from './viewer.ts';

declare module 'lucia' {
  // Only an interface is merged with the library's own.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    Lucia: typeof lucia;
    UserId: AccountId;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: Standing & { penName: string; own: OwnAccount };
  }
}

/** A session ends after this long without use … */
const IDLE = new TimeSpan(30, 'd');
/** … and after this long whatever happens. */
const ABSOLUTE_MS = 180 * DAY_MS;
/** How long somebody has for the second factor once the password was right. */
const AWAITING_MS = 15 * 60_000;
/** How many sessions a member has at most: so few that all are found by their tags in one look-up. */
export const MOST_SESSIONS = 64;

const lucia = new Lucia(sessionAdapter, {
  sessionExpiresIn: IDLE,
  getSessionAttributes: ({ memberSecret }) => ({ memberSecret }),
  getUserAttributes: (attributes) => attributes,
});

/** What the cookie is made of. The token is never stored. */
export type NewSession = { token: string; expiresAt: Date };

type Beginning = { id: AccountId; epoch: number; memberSecret: MemberSecret };

/** Begins a session for somebody who has shown all that their account asks for. */
export function createSession(account: Beginning): Promise<NewSession> {
  return begin(account, ceilToWeek(new Date(now().getTime() + ABSOLUTE_MS)), false);
}

/**
 * Begins a session for somebody whose password or recovery code was right. If the account has a second factor it signs nobody
 * in (`isAwaiting`): it can only be turned into a whole one by that factor, within a quarter of an hour.
 */
export async function createFirstSession(account: Beginning): Promise<NewSession & { isAwaiting: boolean }> {
  const isAwaiting = (await db.secondFactor.count({ where: { accountId: account.id } })) > 0;
  const session = isAwaiting
    ? await begin(account, new Date(now().getTime() + AWAITING_MS), true)
    : await createSession(account);
  return { ...session, isAwaiting };
}

async function begin(account: Beginning, endsAt: Date, isAwaiting: boolean): Promise<NewSession> {
  const { memberSecret, epoch } = account;
  for (;;) {
    const memberTag = await freeSessionTag(memberSecret);
    try {
      const session = await lucia.createSession(account.id, { memberSecret, epoch, endsAt, memberTag, isAwaiting });
      return { token: session.id, expiresAt: endsAt };
    } catch (error) {
      // Two sign-ins at once drew the same tag: the slower takes the next.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

const NUMBERS = Array.from({ length: MOST_SESSIONS }, (_, n) => n);

/** The tags of all sessions that the member can have, under every seal key. */
export function sessionTags(secret: MemberSecret): Tag[] {
  return NUMBERS.flatMap((n) => secret.tags('session', n));
}

/** tag("session", n) for the least n that no session of this member has. If none is free the one that ends first gives way. */
async function freeSessionTag(secret: MemberSecret): Promise<Tag> {
  const rows = await db.session.findMany({
    where: { memberTag: { in: sessionTags(secret) } },
    orderBy: { expiresAt: 'asc' },
    select: { memberTag: true },
  });
  const taken = new Set(rows.map((row) => Buffer.from(row.memberTag).toString('hex')));
  const isTaken = (n: number) => secret.tags('session', n).some((tag) => taken.has(Buffer.from(tag).toString('hex')));
  const free = NUMBERS.find((n) => !isTaken(n));
  if (free !== undefined) return secret.tag('session', free);
  await db.session.deleteMany({ where: { memberTag: { in: rows.slice(0, 1).map((row) => row.memberTag) } } });
  return freeSessionTag(secret);
}

/**
 * Who a cookie's token signs in; null when its session has ended, was never there, still awaits the second factor
 * (`readAwaiting`), or the account moved its epoch.
 */
export async function readSession(token: string): Promise<Member | null> {
  const { session, user } = await lucia.validateSession(token);
  if (!session) return null;
  const member: Member = {
    kind: 'member',
    accountId: user.id,
    penName: user.penName,
    role: user.role,
    roleOnHold: user.roleOnHold,
    secondFactorDue: user.secondFactorDue,
    memberSecret: session.memberSecret,
    sessionKey: hashOfToken(token),
  };
  rememberOwnAccount(member, user.own);
  return member;
}

/** Ends this one session of the member, at once and everywhere. */
export async function signOut(member: Member): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: member.sessionKey } });
}

/**
 * The daily batch: prolongs the sessions that were used, all in one statement, so that no row tells when its owner was here;
 * and removes those that have ended, with the spent codes that are out of date.
 */
export async function prolongUsedSessions(): Promise<void> {
  await db.session.updateMany({
    where: { tokenHash: { in: takeUsedSessions() } },
    data: { expiresAt: ceilToWeek(new Date(now().getTime() + IDLE.milliseconds())) },
  });
  await sessionAdapter.deleteExpiredSessions();
  await forgetSpentTags();
}
