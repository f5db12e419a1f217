import { db } from '#app/platform/db.server.ts';

/** The slug of the topic that an earlier address leads to now; null where it leads nowhere. */
export async function findMovedTopic(slug: string): Promise<string | null> {
  const alias = await db.topicAlias.findUnique({ where: { slug }, select: { topic: { select: { slug: true } } } });
  return alias?.topic.slug ?? null;
}
