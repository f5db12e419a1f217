import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { noteThreads } from './edit-topic.server.ts';
import { lockTopics } from './lock-topics.server.ts';

/**
 * Puts all threads of one topic under another and does away with the first: its addresses, earlier ones included, lead to the other.
 *
 * @throws DomainError not-found; conflict for a topic and itself, a group, or one that is out of use as the one to stay.
 */
export async function mergeTopics({ id, into }: { id: string; into: string }): Promise<void> {
  if (id === into) throw new DomainError('conflict', 'A topic cannot be merged with itself');
  await db.$transaction(async (tx) => {
    const rows = await lockTopics(tx, [id, into]);
    const [from, to] = [rows.get(id), rows.get(into)];
    if (!from || !to || from.groupId === null || to.groupId === null) {
      throw new DomainError('conflict', 'Only topics are merged, not groups');
    }
    if (to.isRetired) throw new DomainError('conflict', 'That topic is out of use');
    await noteThreads(tx, from);
    await tx.thread.updateMany({ where: { topicId: id }, data: { topicId: into } });
    await tx.topicAlias.updateMany({ where: { topicId: id }, data: { topicId: into } });
    await tx.topic.delete({ where: { id }, select: { id: true } });
    await tx.topicAlias.create({ data: { slug: from.slug, topicId: into }, select: { slug: true } });
  });
}
