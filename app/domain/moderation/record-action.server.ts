import type { ModerationKind } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Staff } from '../identity/viewer.ts';
import { closeFlagItem, type SeenItem } from './queue/flag-item.server.ts';
import { closeSeenItem } from './queue/post-item.server.ts';

export type ActionRecord = {
  kind: ModerationKind;
  reason: string;
  threadId: string;
  postId?: string;
  /** For an edit or a redaction: the version it made. */
  version?: number;
  /** For a move: the topics. */
  fromTopicId?: string;
  toTopicId?: string;
  /** For a merge or a split: the other thread. */
  otherThreadId?: string;
  /** For what stands between the posts of its thread: the number of the newest post at that time. */
  afterNumber?: number;
  /** The action that this one takes back (`actionToRevert`). */
  revertsId?: string | null;
  /** The item of the queue that was decided on, as it was seen. */
  item?: SeenItem | undefined;
};

/** Acts after which nothing about the post waits any more, wherever they were decided. */
const ANSWERS_FLAGS: ReadonlySet<ModerationKind> = new Set(['edit', 'hide', 'hold', 'redact', 'warn', 'review', 'bar']);

/**
 * Writes what was done into the caller's transaction: references and a reason, never text of a post. What waited about the post is
 * decided with it.
 *
 * @returns the action's id.
 */
export async function recordAction(tx: Transaction, staff: Staff, { item, ...action }: ActionRecord): Promise<string> {
  const id = newId();
  await tx.moderationAction.create({
    data: { id, ...action, moderatorId: staff.accountId, createdAt: currentHour() },
    select: { id: true },
  });
  const { kind, postId } = action;
  if (postId !== undefined && ANSWERS_FLAGS.has(kind)) {
    if (item) await closeSeenItem(tx, postId, item);
    await closeFlagItem(tx, postId, 'acted');
  }
  return id;
}
