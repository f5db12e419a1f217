import type { Transaction } from '#app/platform/db.server.ts';

/**
 * Holds the thread's row until the transaction ends: numbers, personas and counts are given out one writer at a time.
 *
 * @returns whether the thread is closed to replies.
 */
export async function lockThreadRow(tx: Transaction, threadId: string): Promise<{ isLocked: boolean }> {
  const rows = await tx.$queryRaw<{ isLocked: boolean }[]>`
    SELECT locked_at IS NOT NULL AS "isLocked" FROM threads WHERE id = ${threadId} FOR UPDATE`;
  return { isLocked: rows[0]?.isLocked ?? false };
}
