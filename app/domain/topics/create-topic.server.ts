import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import { topicSlugSchema, topicTextsSchema, type TopicTexts } from './schema.ts';

export type NewTopicGroup = { slug: string; texts: TopicTexts; position?: number };
export type NewTopic = NewTopicGroup & { groupSlug: string };

/** Makes a topic group. Its slug must be free among groups and topics both. @throws DomainError bad-request. */
export async function createTopicGroup({ slug, texts, position }: NewTopicGroup): Promise<void> {
  await insertTopic({ slug, texts, groupId: null, position });
}

/** Makes a topic in a group, after those already there unless `position` says where. @throws DomainError bad-request. */
export async function createTopic({ slug, texts, groupSlug, position }: NewTopic): Promise<void> {
  const group = await db.topic.findUnique({ where: { slug: groupSlug, groupId: null }, select: { id: true } });
  if (!group) throw new DomainError('bad-request', `There is no topic group "${groupSlug}"`);
  await insertTopic({ slug, texts, groupId: group.id, position });
}

async function insertTopic(topic: {
  slug: string;
  texts: TopicTexts;
  groupId: string | null;
  position: number | undefined;
}): Promise<void> {
  const slug = topicSlugSchema.safeParse(topic.slug);
  const texts = topicTextsSchema.safeParse(topic.texts);
  if (!slug.success || !texts.success) throw new DomainError('bad-request', `"${topic.slug}" cannot be a topic`);
  const siblings = await db.topic.aggregate({ where: { groupId: topic.groupId }, _max: { position: true } });
  await db.topic.create({
    data: {
      id: newId(),
      slug: slug.data,
      texts: texts.data,
      groupId: topic.groupId,
      position: topic.position ?? (siblings._max.position ?? 0) + 1,
    },
    select: { id: true },
  });
}
