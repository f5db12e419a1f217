import { db } from '#app/platform/db.server.ts';
import { penNameKey } from '../identity/pen-name.ts';
import type { Member } from '../identity/viewer.ts';
import { forgetCommonVerifications, type Verification } from './verification.server.ts';

/**
 * Marks an account as verified, or with null as so no longer. What its personas show ends with that only as far as too few are
 * left who share it: nobody knows which they are. For the operator's command: it asks nobody's leave.
 */
export async function verifyMember({
  penName,
  verification,
}: {
  penName: string;
  verification: Verification | null;
}): Promise<'done' | 'unknown'> {
  const { count } = await db.account.updateMany({
    where: { penNameKey: penNameKey(penName) },
    data: {
      verifiedProfession: verification?.profession ?? null,
      verifiedLanguage: verification?.language ?? null,
      ...(verification ? {} : { showsVerified: false }),
    },
  });
  forgetCommonVerifications();
  return count === 1 ? 'done' : 'unknown';
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
