import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';

/**
 * Moves a topic one place up or down among those of its group, or a group among the groups. At the end it stays where it is.
 *
 * @throws DomainError not-found.
 */
export async function moveTopic({ id, to }: { id: string; to: 'up' | 'down' }): Promise<void> {
  const topic = await db.topic.findUnique({ where: { id }, select: { groupId: true } });
  if (!topic) throw new DomainError('not-found', 'No such topic');
  const { groupId } = topic;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM topics WHERE group_id IS NOT DISTINCT FROM ${groupId} ORDER BY id FOR UPDATE`;
    const siblings = await tx.topic.findMany({
      where: { groupId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const ids = siblings.map((sibling) => sibling.id);
    const index = ids.indexOf(id);
    const other = index + (to === 'up' ? -1 : 1);
    if (index < 0 || other < 0 || other >= ids.length) return;
    ids.splice(other, 0, ...ids.splice(index, 1));
    // All of them, since imported topics may share a position.
    for (const [position, sibling] of ids.entries()) {
      await tx.topic.update({ where: { id: sibling }, data: { position }, select: { id: true } });
    }
  });
}

/** Takes a topic out of use, or back into it: its threads stay where they are, new ones cannot be started. @throws DomainError not-found. */
export async function retireTopic({ id, isRetired }: { id: string; isRetired: boolean }): Promise<void> {
  const { count } = await db.topic.updateMany({ where: { id, groupId: { not: null } }, data: { isRetired } });
  if (count === 0) throw new DomainError('not-found', 'No such topic');
}

/** The same for all topics of a group. @throws DomainError not-found for one that is no group, or has no topics. */
export async function retireGroup({ id, isRetired }: { id: string; isRetired: boolean }): Promise<void> {
  const { count } = await db.topic.updateMany({ where: { groupId: id }, data: { isRetired } });
  if (count === 0) throw new DomainError('not-found', 'No such group with topics');
}
