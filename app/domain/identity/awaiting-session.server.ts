import { db } from '#app/platform/db.server.ts';
import type { MemberSecret } from './member-secret.server.ts';
import { hashOfToken, openSessionRow } from './session-adapter.server.ts';
import { createSession, type NewSession } from './sessions.server.ts';
import type { AccountId } from './viewer.ts';

/**
 * Somebody whose password was right and who is still to show the second factor. No viewer: the forum treats them as a guest, and
 * only what checks that factor takes this.
 */
export type Awaiting = {
  readonly accountId: AccountId;
  readonly penName: string;
  readonly epoch: number;
  readonly memberSecret: MemberSecret;
  /** The hash of the token, as with members. */
  readonly sessionKey: string;
};

/** Who a cookie's token lets show a second factor; null for whole sessions, for none, and after a quarter of an hour. */
export async function readAwaiting(token: string): Promise<Awaiting | null> {
  const opened = await openSessionRow(token);
  if (!opened?.isAwaiting) return null;
  const { accountId, epoch, memberSecret } = opened;
  const account = await db.account.findUnique({ where: { id: accountId, epoch }, select: { penName: true } });
  return account && { accountId, epoch, memberSecret, penName: account.penName, sessionKey: hashOfToken(token) };
}

/** Ends the awaiting session and begins a whole one under a new token; null when another request has done so already. */
export async function completeSignIn({ accountId, ...awaiting }: Awaiting): Promise<NewSession | null> {
  const { count } = await db.session.deleteMany({ where: { tokenHash: awaiting.sessionKey } });
  return count === 1 ? createSession({ id: accountId, ...awaiting }) : null;
}
