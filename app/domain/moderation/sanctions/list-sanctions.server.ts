import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';
import { isLasting, type SanctionKind } from './kinds.ts';
import { bearerOf } from './writer.server.ts';

/** One sanction as staff see it. */
export type SanctionView = {
  id: string;
  kind: SanctionKind;
  reason: string;
  createdAt: Date;
  /** Null for good, and for what has no length. */
  until: Date | null;
  /** When staff ended it before its time. */
  liftedAt: Date | null;
  /** Whether it still keeps the writer from something. */
  holds: boolean;
  /** The moderator; null once that account is gone. */
  by: string | null;
};

/**
 * What the pen name or persona that wrote a post has been given before, the newest first. Of a persona that is this thread's alone:
 * nobody can say what the person behind it was given elsewhere.
 *
 * @throws DomainError not-found or not-allowed.
 */
export async function listSanctionsOfWriter(member: Member, postId: string): Promise<SanctionView[]> {
  requireRight(member, 'seeSanctions');
  const { accountId, personaId } = await bearerOf(postId);
  const rows = await db.sanction.findMany({
    where: { accountId, personaId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      reason: true,
      createdAt: true,
      until: true,
      liftedAt: true,
      action: { select: { moderator: { select: { penName: true } } } },
    },
  });
  const hour = currentHour();
  return rows.map(({ action, ...row }) => ({
    ...row,
    holds: isLasting(row.kind) && row.liftedAt === null && (row.until === null || row.until > hour),
    by: action?.moderator?.penName ?? null,
  }));
}
