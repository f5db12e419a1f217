import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';

/** What a form of the workbench can be refused for: the field, and the catalogue key that says why. */
export type WorkRefusal = { kind: 'refused'; field: string; fault: string };

export const refusedFor = (field: string, fault: string): WorkRefusal => ({ kind: 'refused', field, fault });

/** @throws DomainError not-found for a thread that never was, or was merged away before. */
export async function requireThread(id: string): Promise<void> {
  const found = await db.thread.count({ where: { id, mergedIntoId: null } });
  if (found === 0) throw new DomainError('not-found', 'No such thread');
}

/** Holds the thread's row. @throws DomainError conflict when it was merged away meanwhile. */
export async function holdThread(tx: Transaction, id: string): Promise<{ lastNumber: number }> {
  const { mergedIntoId } = await lockThreadRow(tx, id);
  if (mergedIntoId !== null) throw changedMeanwhile();
  return tx.thread.findUniqueOrThrow({ where: { id }, select: { lastNumber: true } });
}

export function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Somebody else has just changed this thread');
}
