import { db } from '#app/platform/db.server.ts';
import { hasFailedTooOften, noteFailure } from './failed-sign-ins.server.ts';
import type { MemberSecret } from './member-secret.server.ts';
import { isOutdated, lockWithPassword, unlockWithPassword } from './password-key.server.ts';
import { penNameKey } from './pen-name.ts';
import type { SignInInput } from './schema.ts';
import { createFirstSession, type NewSession } from './sessions.server.ts';
import type { AccountId } from './viewer.ts';

export type SignInResult =
  | { kind: 'signed-in'; session: NewSession }
  /** The session signs nobody in yet (awaiting-session.server.ts). */
  | { kind: 'second-factor'; session: NewSession }
  | { kind: 'refused' }
  | { kind: 'too-many' };

/** Answers alike, in result and in time, for a wrong password and for a name that nobody has. */
export async function signIn({ penName, password }: SignInInput): Promise<SignInResult> {
  const nameKey = penNameKey(penName);
  const account = await db.account.findUnique({
    where: { penNameKey: nameKey },
    select: {
      id: true,
      epoch: true,
      failedSignIns: true,
      password: { select: { salt: true, memoryKib: true, passes: true, check: true, wrappedSecret: true } },
    },
  });
  if (hasFailedTooOften(account, nameKey)) return { kind: 'too-many' };
  const memberSecret = await unlockWithPassword(account?.id ?? '', password, account?.password);
  if (!account?.password || !memberSecret) {
    await noteFailure(account, nameKey);
    return { kind: 'refused' };
  }
  if (isOutdated(account.password)) await raiseParameters(account.id, password, memberSecret);
  const { isAwaiting, ...session } = await createFirstSession({
    id: account.id as AccountId,
    epoch: account.epoch,
    memberSecret,
  });
  return { kind: isAwaiting ? 'second-factor' : 'signed-in', session };
}

async function raiseParameters(accountId: string, password: string, secret: MemberSecret): Promise<void> {
  const data = await lockWithPassword(accountId, password, secret);
  await db.password.update({ where: { accountId }, data, select: { accountId: true } });
}
