import type { Prisma } from '#prisma/client.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../identity/viewer.ts';
import { endOfBar, type BarLength } from './bar-lengths.ts';
import { actionToRevert } from './log/action-to-revert.server.ts';
import { recordAction } from './record-action.server.ts';
import { requireRight } from './rights.ts';

type NewBar = { postId: string; length: BarLength; reason: string };

/**
 * Bars whoever wrote a post from writing: the pen name, or the persona together with the unknown person behind it. That person's
 * own visits recognise it; nobody learns whom it reaches.
 *
 * @throws DomainError not-found or not-allowed; conflict while another bar holds.
 */
export async function barAuthor(member: Member, { postId, length, reason }: NewBar): Promise<void> {
  const staff = requireRight(member, 'barAuthor');
  const { threadId, accountId, personaId } = await bearerOf(postId);
  if (accountId === staff.accountId) throw new DomainError('not-allowed', 'Nobody bars themselves');
  const createdAt = currentHour();
  const until = endOfBar(createdAt, length);
  await db.$transaction(async (tx) => {
    const holding = await tx.sanction.count({ where: { AND: [{ accountId, personaId }, barAt(createdAt)] } });
    if (holding > 0) throw new DomainError('conflict', 'They are barred already');
    const actionId = await recordAction(tx, staff, { kind: 'bar', reason, threadId, postId });
    await tx.sanction.create({
      data: { id: newId(), kind: 'bar', accountId, personaId, actionId, reason, createdAt, until },
      select: { id: true },
    });
  });
}

/** Ends the bars on whoever wrote a post. @throws DomainError not-found, not-allowed, or conflict when none holds. */
export async function liftBar(member: Member, { postId, reason }: { postId: string; reason: string }): Promise<void> {
  const staff = requireRight(member, 'liftBar');
  const { threadId, ...bearer } = await bearerOf(postId);
  await db.$transaction(async (tx) => {
    const hour = currentHour();
    const { count } = await tx.sanction.updateMany({
      where: { AND: [bearer, barAt(hour)] },
      data: { liftedAt: hour },
    });
    if (count === 0) throw new DomainError('conflict', 'They are not barred');
    const revertsId = await actionToRevert(tx, { kind: 'bar', post: postsOf(bearer) });
    await recordAction(tx, staff, { kind: 'unbar', reason, threadId, postId, revertsId });
  });
}

/** The bar that holds on whoever wrote a post; null without one. @throws DomainError not-found or not-allowed. */
export async function getBarOnAuthor(member: Member, postId: string): Promise<{ until: Date | null } | null> {
  requireRight(member, 'seeBar');
  const { threadId: _, ...bearer } = await bearerOf(postId);
  return db.sanction.findFirst({ where: { AND: [bearer, barAt(currentHour())] }, select: { until: true } });
}

/** Whom a bar for a post is given to: its pen name's account or its persona, the other null. */
async function bearerOf(postId: string) {
  const post = await db.post.findUnique({
    where: { id: postId },
    select: { threadId: true, authorId: true, personaId: true },
  });
  if (!post) throw new DomainError('not-found', 'No such post');
  return { threadId: post.threadId, accountId: post.authorId, personaId: post.personaId };
}

/** All posts of whoever is barred with one of them. */
function postsOf({ accountId, personaId }: { accountId: string | null; personaId: string | null }) {
  return personaId === null ? { authorId: accountId ?? '' } : { personaId };
}

/** A bar that holds in that hour. */
const barAt = (hour: Date): Prisma.SanctionWhereInput => ({
  kind: 'bar',
  liftedAt: null,
  OR: [{ until: null }, { until: { gt: hour } }],
});
