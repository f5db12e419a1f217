import type { QueueKind } from '#prisma/generated/enums.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';

export type QueueCount = { kind: QueueKind; risk: number; count: number };

/** How many items wait, by kind and risk, the highest risk first. @throws DomainError not-allowed. */
export async function countQueue(member: Member): Promise<QueueCount[]> {
  requireRight(member, 'seeQueue');
  const rows = await db.queueItem.groupBy({
    by: ['kind', 'risk'],
    where: { closedAt: null },
    _count: { _all: true },
    orderBy: [{ risk: 'desc' }, { kind: 'asc' }],
  });
  return rows.map(({ kind, risk, _count }) => ({ kind, risk, count: _count._all }));
}
