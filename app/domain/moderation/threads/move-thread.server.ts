import { db } from '#app/platform/db.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { lockTopics } from '../../topics/lock-topics.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { changedMeanwhile, holdThread, refusedFor, requireThread, type WorkRefusal } from './thread-at-work.server.ts';

export type MoveResult = { kind: 'moved' } | WorkRefusal;

type Move = { id: string; topic: string; reason: string };

/**
 * Puts a thread under another topic, by that one's slug. Its address holds no topic and stays; lists and the index follow, and
 * readers of the thread see where it came from.
 *
 * @throws DomainError not-found, not-allowed, or conflict when somebody else moved it or changed the topic meanwhile.
 */
export async function moveThread(member: Member, { id, topic: slug, reason }: Move): Promise<MoveResult> {
  const staff = requireRight(member, 'moveThread');
  await requireThread(id);
  const [{ topicId: from }, to] = await Promise.all([
    db.thread.findUniqueOrThrow({ where: { id }, select: { topicId: true } }),
    findTarget(slug),
  ]);
  if (typeof to === 'string') return refusedFor('topic', to);
  if (to.id === from) return refusedFor('topic', 'faults.topicSame');
  await db.$transaction(async (tx) => {
    // The topics first: who merges topics holds them before their threads.
    const topics = await lockTopics(tx, [from, to.id]);
    if (topics.get(to.id)?.isRetired !== false) throw changedMeanwhile();
    const { lastNumber: afterNumber } = await holdThread(tx, id);
    const { count } = await tx.thread.updateMany({ where: { id, topicId: from }, data: { topicId: to.id } });
    if (count === 0) throw changedMeanwhile();
    const topicIds = { fromTopicId: from, toTopicId: to.id };
    await recordAction(tx, staff, { kind: 'move', reason, threadId: id, afterNumber, ...topicIds });
    await noteChange(tx, 'thread', [id]);
  });
  return { kind: 'moved' };
}

/** A topic that threads can be put under, or the catalogue key of why it is none. */
export async function findTarget(slug: string): Promise<{ id: string } | string> {
  const topic = await db.topic.findUnique({ where: { slug }, select: { id: true, groupId: true, isRetired: true } });
  if (!topic) return 'faults.topicUnknown';
  if (topic.groupId === null) return 'faults.topicIsGroup';
  return topic.isRetired ? 'faults.topicRetired' : { id: topic.id };
}
