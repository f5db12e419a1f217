import type { Prisma } from '#prisma/client.ts';
import type { Transaction } from '#app/platform/db.server.ts';

/** What takes an action back finds it by its kind and by what it was done to. */
type Done = { kind: 'hide' | 'hold' | 'dismissFlags'; postId: string } | { kind: 'lock'; threadId: string };

/**
 * The id of the newest such action that nothing has taken back yet; null for one from before the log. The caller holds the row
 * that the action was done to, so that of two at once only one finds it.
 */
export async function actionToRevert(tx: Transaction, done: Done): Promise<string | null> {
  const where: Prisma.ModerationActionWhereInput = { ...done, revertedBy: { is: null } };
  const action = await tx.moderationAction.findFirst({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  });
  return action?.id ?? null;
}
