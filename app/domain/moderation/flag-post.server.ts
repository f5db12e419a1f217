import { isUniqueViolation } from '#prisma/client.ts';
import type { FlagReason, QueueOutcome } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../identity/viewer.ts';
import { myPersonaIdsAtPost } from '../posts/get-post.server.ts';
import { visiblePosts } from '../posts/visibility.server.ts';
import { followFlags, lockPostRow } from './queue/flag-item.server.ts';
import type { FlagInput } from './schema.ts';

/** One's own flag on a post, as only oneself can find it; `outcome` is what the moderators made of it, null while it waits. */
export type MyFlag = { reason: FlagReason; note: string | null; outcome: QueueOutcome | null; createdAt: Date };

/**
 * Tells the moderators about a post. One person flags a post once, and nothing stored says who did: of two flags nobody can
 * tell whether one person raised both. The post then waits in the moderators' queue.
 *
 * @throws DomainError not-found for a post the member may not read, conflict if they have flagged it before.
 */
export async function flagPost(member: Member, { postId, input }: { postId: string; input: FlagInput }): Promise<void> {
  const mine = await myPersonaIdsAtPost(member, postId);
  const post = await db.post.findFirst({
    where: { AND: [{ id: postId }, visiblePosts(member, mine)] },
    select: { version: true },
  });
  if (!post) throw new DomainError('not-found', 'No such post');
  if (await getMyFlag(member, postId)) throw flaggedBefore();
  try {
    await db.$transaction(async (tx) => {
      await lockPostRow(tx, postId);
      await tx.flag.create({
        data: {
          id: newId(),
          tag: member.memberSecret.tag('flag', postId),
          postId,
          postVersion: post.version,
          ...input,
          createdAt: currentHour(),
        },
        select: { id: true },
      });
      await followFlags(tx, postId);
    });
  } catch (error) {
    throw isUniqueViolation(error) ? flaggedBefore() : error;
  }
}

/** The member's own flag on this post; null if there is none. */
export async function getMyFlag(member: Member, postId: string): Promise<MyFlag | null> {
  return db.flag.findFirst({
    where: { tag: { in: member.memberSecret.tags('flag', postId) } },
    select: { reason: true, note: true, outcome: true, createdAt: true },
  });
}

/** Takes one's own flag back while it waits; nothing happens if there is none, or it has been decided on. */
export async function withdrawFlag(member: Member, postId: string): Promise<void> {
  const mine = { tag: { in: member.memberSecret.tags('flag', postId) }, outcome: null };
  await db.$transaction(async (tx) => {
    await lockPostRow(tx, postId);
    const { count } = await tx.flag.deleteMany({ where: mine });
    if (count > 0) await followFlags(tx, postId);
  });
}

function flaggedBefore(): DomainError {
  return new DomainError('conflict', 'They have flagged this post already');
}
