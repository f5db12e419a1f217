import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { requireRight } from '../rights.ts';
import { decideOnItem } from './decide.server.ts';
import type { SeenItem } from './flag-item.server.ts';
import { listQueue, type QueueRequest } from './list-queue.server.ts';

/** Items that one decision takes at most: each is a transaction of its own, and somebody waits for the page. */
export const MOST_AT_ONCE = 200;

export type DecisionOnMany = {
  intent: 'dismiss' | 'hide';
  reason: string;
  /** Single items as they were seen, or all flagged posts that a filter shows. */
  items: readonly SeenItem[] | Pick<QueueRequest, 'reason' | 'claim'>;
};

/** `skipped`: what somebody else was faster with, or is looking at. `hasMore`: the filter showed more than can be done at once. */
export type DecidedOnMany = { batchId: string; done: number; skipped: number; hasMore: boolean };

/**
 * Decides on many flagged posts alike, across pages. What somebody else is looking at, or changed meanwhile, is left alone and
 * counted. All that was done bears one mark, by which `undoBatch` finds it.
 *
 * @throws DomainError not-allowed.
 */
export async function decideOnMany(member: Member, { intent, reason, items }: DecisionOnMany): Promise<DecidedOnMany> {
  const staff = requireRight(member, 'decideInQueue');
  const { chosen, hasMore } = 'length' in items ? { chosen: items, hasMore: false } : await allOf(staff, items);
  const done: string[] = [];
  for (const { id, version } of chosen.slice(0, MOST_AT_ONCE)) {
    if (await isDone(staff, { id, version }, { intent, reason })) done.push(id);
  }
  const batchId = newId();
  await db.queueItem.updateMany({ where: { id: { in: done }, closedAt: { not: null } }, data: { batchId } });
  return { batchId, done: done.length, skipped: chosen.length - done.length, hasMore };
}

async function allOf(member: Member, filter: Pick<QueueRequest, 'reason' | 'claim'>) {
  const chosen: SeenItem[] = [];
  let after: string | undefined;
  while (chosen.length < MOST_AT_ONCE) {
    const { items, next } = await listQueue(member, { ...filter, kind: 'flags', after });
    chosen.push(...items.map(({ id, version }) => ({ id, version })));
    if (next === null) return { chosen, hasMore: false };
    after = next;
  }
  return { chosen: chosen.slice(0, MOST_AT_ONCE), hasMore: true };
}

/** False where it was somebody else's to decide, or has been decided. */
async function isDone(
  member: Member,
  { id, version }: SeenItem,
  { intent, reason }: Pick<DecisionOnMany, 'intent' | 'reason'>,
): Promise<boolean> {
  try {
    const input = { version, reason, note: null, despiteClaim: false };
    return (await decideOnItem(member, { id, intent, input })).kind === 'done';
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'conflict' || error.code === 'not-found')) return false;
    throw error;
  }
}
