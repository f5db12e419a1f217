import type { FlagReason } from '#prisma/generated/enums.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import { requireRight } from './rights.ts';

/** What was said about a post. `version` is the one it was said about. */
export type FlagView = { id: string; reason: FlagReason; note: string | null; version: number; at: Date };

/** The flags on a post, in the order of their random ids: nobody learns who raised them. @throws DomainError not-allowed. */
export async function listFlags(member: Member, postId: string): Promise<FlagView[]> {
  requireRight(member, 'seeFlags');
  const rows = await db.flag.findMany({
    where: { postId },
    orderBy: { id: 'asc' },
    select: { id: true, reason: true, note: true, postVersion: true, createdAt: true },
  });
  return rows.map(({ postVersion, createdAt, ...flag }) => ({ ...flag, version: postVersion, at: createdAt }));
}
