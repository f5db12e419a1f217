import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from './taxonomy.server.ts';
import { textsOf } from './topic-ref.ts';
import type { TopicGroupView, TopicView } from './views.ts';
import { seesTopic } from './visibility.server.ts';

/** The whole taxonomy in its order, each topic with the number of its threads that everybody may read. */
export async function listTopicGroups(viewer: Viewer, language: Language): Promise<TopicGroupView[]> {
  const [{ topics: all }, counts] = await Promise.all([getTaxonomy(), db.topicCount.findMany()]);
  const threadsOf = new Map(counts.map(({ topicId, threads }) => [topicId, threads]));
  const visible = all.filter((topic) => seesTopic(viewer, topic));
  return visible
    .filter(({ groupId }) => groupId === null)
    .map((group) => {
      const { name, description } = textsOf(group)[language];
      const topics = visible
        .filter(({ groupId }) => groupId === group.id)
        .map((topic): TopicView => {
          const texts = textsOf(topic)[language];
          return {
            ...texts,
            slug: topic.slug,
            groupSlug: group.slug,
            groupName: name,
            threads: threadsOf.get(topic.id) ?? 0,
            isRetired: topic.isRetired,
          };
        });
      const threads = topics.reduce((sum, topic) => sum + topic.threads, 0);
      return { slug: group.slug, name, description, topics, threads };
    });
}
