import type { Transaction } from '#app/platform/db.server.ts';
import { sideOf } from '../topics/perspectives.ts';

/** Counts a thread's published replies anew, after posts of it changed their state. The caller holds the thread's row. */
export async function recountReplies(tx: Transaction, threadId: string): Promise<void> {
  const groups = await tx.post.groupBy({
    by: ['perspective'],
    where: { threadId, number: { gt: 1 }, state: 'published' },
    _count: { _all: true },
  });
  const sum = (counted: typeof groups): number => counted.reduce((total, group) => total + group._count._all, 0);
  await tx.thread.update({
    where: { id: threadId },
    data: {
      replyCount: sum(groups),
      clientReplies: sum(groups.filter((group) => sideOf(group.perspective) === 'client')),
      practitionerReplies: sum(groups.filter((group) => sideOf(group.perspective) === 'practitioner')),
    },
    select: { id: true },
  });
}
