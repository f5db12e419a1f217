import { db, type Transaction } from '#app/platform/db.server.ts';
import { penNameKey } from '../identity/pen-name.ts';
import type { Member } from '../identity/viewer.ts';
import { forgetCommonVerifications, type Verification } from './verification.server.ts';

/**
 * Marks an account as verified, or with null as so no longer. What its personas show ends with that only as far as too few are
 * left who share it: nobody knows which they are. For the operator's command, and `moderation/members`: it asks nobody's leave.
 */
export async function verifyMember({
  penName,
  verification,
}: {
  penName: string;
  verification: Verification | null;
}): Promise<'done' | 'unknown'> {
  const where = { penNameKey: penNameKey(penName) };
  const isDone = await db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where, select: { id: true } });
    return account !== null && (await setVerification(tx, account.id, verification));
  });
  forgetCommonVerifications();
  return isDone ? 'done' : 'unknown';
}

/**
 * The same within the caller's transaction, who calls `forgetCommonVerifications` afterwards. A request to be verified is answered by
 * it: it goes, and what waits in the queue because of it.
 *
 * @returns false when the account is no more.
 */
export async function setVerification(
  tx: Transaction,
  accountId: string,
  verification: Verification | null,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId },
    data: {
      verifiedProfession: verification?.profession ?? null,
      verifiedLanguage: verification?.language ?? null,
      ...(verification ? {} : { showsVerified: false }),
    },
  });
  if (verification) await tx.verificationRequest.deleteMany({ where: { accountId } });
  return count === 1;
}

/** The member's verification, and whether it stands beside their pen name; null for who is not verified. */
export async function getMyVerification(member: Member): Promise<{ profession: string; isShown: boolean } | null> {
  const { verifiedProfession, showsVerified } = await db.account.findUniqueOrThrow({
    where: { id: member.accountId },
    select: { verifiedProfession: true, showsVerified: true },
  });
  return verifiedProfession === null ? null : { profession: verifiedProfession, isShown: showsVerified };
}

/** The member's choice to show their verification beside the pen name. Nothing changes for who is not verified. */
export async function showMyVerification(member: Member, isShown: boolean): Promise<void> {
  await db.account.updateMany({
    where: { id: member.accountId, verifiedProfession: { not: null } },
    data: { showsVerified: isShown },
  });
}
