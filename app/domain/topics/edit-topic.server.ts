import { isUniqueViolation } from '#prisma/client.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import { lockTopics, versionOf, type TopicRow } from './lock-topics.server.ts';
import type { TopicTexts } from './schema.ts';

export type TopicEdit = {
  id: string;
  /** The one that the form was filled from (`versionOf`). */
  version: string;
  slug: string;
  /** The group it is to stand in; null for a group itself. */
  groupId: string | null;
  texts: TopicTexts;
};

export type EditTopicResult = { kind: 'edited' } | { kind: 'refused'; field: string; fault: string };

/**
 * Renames, describes or moves a topic or a group. Its earlier address leads on to the new one, and search hears of every thread in it.
 *
 * @throws DomainError not-found, or conflict when somebody else has just changed it.
 */
export async function editTopic({ id, version, slug, groupId, texts }: TopicEdit): Promise<EditTopicResult> {
  try {
    return await db.$transaction(async (tx): Promise<EditTopicResult> => {
      const before = (await lockTopics(tx, [id])).get(id);
      if (!before || versionOf(before) !== version) {
        throw new DomainError('conflict', 'Somebody else has just changed this topic');
      }
      if ((before.groupId === null) !== (groupId === null)) {
        return { kind: 'refused', field: 'groupId', fault: 'faults.topicGroupUnknown' };
      }
      if (groupId !== null && !(await isGroup(tx, groupId))) {
        return { kind: 'refused', field: 'groupId', fault: 'faults.topicGroupUnknown' };
      }
      if (slug !== before.slug && (await isTaken(tx, slug, id))) {
        return { kind: 'refused', field: 'slug', fault: 'faults.topicSlugTaken' };
      }
      await tx.topic.update({ where: { id }, data: { slug, groupId, texts }, select: { id: true } });
      await leadOn(tx, before, slug);
      await noteThreads(tx, before);
      return { kind: 'edited' };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'refused', field: 'slug', fault: 'faults.topicSlugTaken' };
    throw error;
  }
}

async function isGroup(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.topic.count({ where: { id, groupId: null } })) === 1;
}

/** Addresses last: one that led to another topic once is not given out again. */
async function isTaken(tx: Transaction, slug: string, id: string): Promise<boolean> {
  const [topics, aliases] = await Promise.all([
    tx.topic.count({ where: { slug } }),
    tx.topicAlias.count({ where: { slug, topicId: { not: id } } }),
  ]);
  return topics + aliases > 0;
}

async function leadOn(tx: Transaction, before: TopicRow, slug: string): Promise<void> {
  if (slug === before.slug) return;
  await tx.topicAlias.deleteMany({ where: { slug } });
  await tx.topicAlias.create({ data: { slug: before.slug, topicId: before.id }, select: { slug: true } });
}

/** Search finds threads by the names of their topic and its group, so all of them have changed. */
export async function noteThreads(tx: Transaction, topic: Pick<TopicRow, 'id' | 'groupId'>): Promise<void> {
  const where = topic.groupId === null ? { topic: { groupId: topic.id } } : { topicId: topic.id };
  const threads = await tx.thread.findMany({ where, select: { id: true } });
  await noteChange(
    tx,
    'thread',
    threads.map(({ id }) => id),
  );
}
