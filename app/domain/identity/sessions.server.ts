import { Lucia, TimeSpan } from 'lucia';
import { isUniqueViolation } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { MemberSecret, Tag } from './member-secret.server.ts';
import {
  ceilToWeek,
  hashOfToken,
  sessionAdapter,
  type SessionAttributes,
  takeUsedSessions,
} from './session-adapter.server.ts';
import type { AccountId, Member, Role } from './viewer.ts';

declare module 'lucia' {
  // Only an interface is merged with the library's own.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    Lucia: typeof lucia;
    UserId: AccountId;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: { penName: string; role: Role };
  }
}

/** A session ends after this long without use … */
const IDLE = new TimeSpan(30, 'd');
/** … and after this long whatever happens. */
const ABSOLUTE_MS = 180 * 24 * 3_600_000;
/** Tags looked up at once while searching a free one. */
const TAG_BATCH = 16;

const lucia = new Lucia(sessionAdapter, {
  sessionExpiresIn: IDLE,
  getSessionAttributes: ({ memberSecret }) => ({ memberSecret }),
  getUserAttributes: (attributes) => attributes,
});

/** What the cookie is made of. The token is never stored. */
export type NewSession = { token: string; expiresAt: Date };

/** Begins a session for somebody who has just shown their password or a recovery code. */
export async function createSession(account: {
  id: AccountId;
  epoch: number;
  memberSecret: MemberSecret;
}): Promise<NewSession> {
  const { memberSecret, epoch } = account;
  const endsAt = ceilToWeek(new Date(now().getTime() + ABSOLUTE_MS));
  for (;;) {
    const memberTag = await freeSessionTag(memberSecret);
    try {
      const session = await lucia.createSession(account.id, { memberSecret, epoch, endsAt, memberTag });
      return { token: session.id, expiresAt: endsAt };
    } catch (error) {
      // Two sign-ins at once drew the same tag: the slower takes the next.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

/** tag("session", n) for the least n that no session of this member has. */
async function freeSessionTag(secret: MemberSecret): Promise<Tag> {
  for (let from = 0; ; from += TAG_BATCH) {
    const numbers = Array.from({ length: TAG_BATCH }, (_, i) => from + i);
    const rows = await db.session.findMany({
      where: { memberTag: { in: numbers.flatMap((n) => secret.tags('session', n)) } },
      select: { memberTag: true },
    });
    const taken = new Set(rows.map((row) => Buffer.from(row.memberTag).toString('hex')));
    const isTaken = (n: number) => secret.tags('session', n).some((tag) => taken.has(Buffer.from(tag).toString('hex')));
    const free = numbers.find((n) => !isTaken(n));
    if (free !== undefined) return secret.tag('session', free);
  }
}

/** Who a cookie's token signs in; null when its session has ended, was never there, or the account moved its epoch. */
export async function readSession(token: string): Promise<Member | null> {
  const { session, user } = await lucia.validateSession(token);
  if (!session) return null;
  return {
    kind: 'member',
    accountId: user.id,
    penName: user.penName,
    role: user.role,
    memberSecret: session.memberSecret,
    sessionKey: hashOfToken(token),
  };
}

/** Ends this one session of the member, at once and everywhere. */
export async function signOut(member: Member): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: member.sessionKey } });
}

/**
 * The daily batch: prolongs the sessions that were used, all in one statement, so that no row tells when its owner was here;
 * and removes those that have ended.
 */
export async function prolongUsedSessions(): Promise<void> {
  await db.session.updateMany({
    where: { tokenHash: { in: takeUsedSessions() } },
    data: { expiresAt: ceilToWeek(new Date(now().getTime() + IDLE.milliseconds())) },
  });
  await sessionAdapter.deleteExpiredSessions();
}
