import { newId } from './ids.server.ts';
import type { Transaction } from './db.server.ts';

/** What can change in a way that others (search, feeds, mail) must hear of. A thread stands for every post of it. */
export type ChangedEntity = 'post' | 'thread';

/**
 * Notes, in the transaction that changes them, that these posts or threads are not what they were. Whoever consumes the outbox
 * reads the current rows, so the note holds no text and says nothing of what changed. The transaction's commit wakes them.
 */
export async function noteChange(tx: Transaction, entity: ChangedEntity, ids: readonly string[]): Promise<void> {
  await tx.outbox.createMany({ data: ids.map((entityId) => ({ id: newId(), entity, entityId })) });
}
