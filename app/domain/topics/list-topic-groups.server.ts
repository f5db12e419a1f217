import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from './taxonomy.server.ts';
import { textsOf } from './topic-ref.ts';
import type { ListedGroup, ListedTopic, TopicGroupView } from './views.ts';
import { seesTopic } from './visibility.server.ts';

/** The whole taxonomy in its order. */
export async function listTopicGroups(viewer: Viewer, language: Language): Promise<ListedGroup[]> {
  const visible = (await getTaxonomy()).topics.filter((topic) => seesTopic(viewer, topic));
  return visible
    .filter(({ groupId }) => groupId === null)
    .map((group) => {
      const { name, description } = textsOf(group)[language];
      const topics = visible
        .filter(({ groupId }) => groupId === group.id)
        .map((topic): ListedTopic => {
          const { slug, isRetired } = topic;
          return { ...textsOf(topic)[language], slug, groupSlug: group.slug, groupName: name, isRetired };
        });
      return { slug: group.slug, name, description, topics };
    });
}

/** The same, each topic and each group with the number of its threads that everybody may read. */
export async function countTopicGroups(viewer: Viewer, language: Language): Promise<TopicGroupView[]> {
  const [groups, { bySlug }, counts] = await Promise.all([
    listTopicGroups(viewer, language),
    getTaxonomy(),
    db.topicCount.findMany(),
  ]);
  const threadsOf = new Map(counts.map(({ topicId, threads }) => [topicId, threads]));
  return groups.map((group) => {
    const topics = group.topics.map((topic) => ({
      ...topic,
      threads: threadsOf.get(bySlug.get(topic.slug)?.id ?? '') ?? 0,
    }));
    return { ...group, topics, threads: topics.reduce((sum, { threads }) => sum + threads, 0) };
  });
}
