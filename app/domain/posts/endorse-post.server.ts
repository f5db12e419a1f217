import { isUniqueViolation, type Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../identity/viewer.ts';
import type { Chair } from '../topics/perspectives.ts';
import { getPost } from './get-post.server.ts';

type Request = { postId: string; chair: Chair; language: Language };

/**
 * Says that somebody else's post helped, from the chair that the member names. One person says so once of a post, and nothing
 * stored tells who did: of two endorsements nobody can say whether one person gave both.
 *
 * @throws DomainError not-found for a post the member may not read, not-allowed for one's own, conflict for one endorsed before.
 */
export async function endorsePost(member: Member, { postId, chair, language }: Request): Promise<void> {
  const { post } = await getPost(member, { id: postId, language });
  if (!post.canEndorse) throw new DomainError('not-allowed', 'Only what somebody else wrote can help');
  if (await getMyEndorsement(member, postId)) throw endorsedBefore();
  const tag = member.memberSecret.tag('endorsement', postId);
  try {
    await db.$transaction(async (tx) => {
      await tx.endorsement.create({ data: { tag, postId, chair }, select: { postId: true } });
      await count(tx, { postId, chair, by: 1 });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? endorsedBefore() : error;
  }
}

/** The chair from which the member has endorsed this post; null if they have not. */
export async function getMyEndorsement(member: Member, postId: string): Promise<Chair | null> {
  const mine = await db.endorsement.findFirst({ where: oneOf(member, postId), select: { chair: true } });
  return mine?.chair ?? null;
}

/** Takes one's own endorsement back; nothing happens if there is none. */
export async function withdrawEndorsement(member: Member, postId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const mine = await tx.endorsement.findFirst({ where: oneOf(member, postId), select: { tag: true, chair: true } });
    if (!mine) return;
    const { count: gone } = await tx.endorsement.deleteMany({ where: { tag: mine.tag } });
    if (gone > 0) await count(tx, { postId, chair: mine.chair, by: -1 });
  });
}

function oneOf({ memberSecret }: Member, postId: string): Prisma.EndorsementWhereInput {
  return { tag: { in: memberSecret.tags('endorsement', postId) } };
}

/** In the database, where two at once add up. */
async function count(
  tx: Transaction,
  { postId, chair, by }: { postId: string; chair: Chair; by: 1 | -1 },
): Promise<void> {
  await tx.endorsementCount.upsert({
    where: { postId_chair: { postId, chair } },
    create: { postId, chair, count: by },
    update: { count: { increment: by } },
    select: { postId: true },
  });
}

function endorsedBefore(): DomainError {
  return new DomainError('conflict', 'They have endorsed this post already');
}
