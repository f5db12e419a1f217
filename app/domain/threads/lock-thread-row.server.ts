import type { Transaction } from '#app/platform/db.server.ts';

export type LockedThread = {
  /** Whether it is closed to replies. */
  isLocked: boolean;
  /** The thread that its posts stand in now, where it was merged away. */
  mergedIntoId: string | null;
};

/**
 * Holds the thread's row until the transaction ends: numbers, personas and counts are given out one writer at a time. Take it
 * before the rows of posts, as everybody does, so that nobody waits in a circle.
 */
export async function lockThreadRow(tx: Transaction, threadId: string): Promise<LockedThread> {
  // Rows that only refer to the thread need not wait: nothing changes its key.
  const rows = await tx.$queryRaw<LockedThread[]>`
    SELECT locked_at IS NOT NULL AS "isLocked", merged_into_id AS "mergedIntoId"
    FROM threads WHERE id = ${threadId} FOR NO KEY UPDATE`;
  return rows[0] ?? { isLocked: false, mergedIntoId: null };
}
