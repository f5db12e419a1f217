import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import { getTaxonomy, type Taxonomy } from './taxonomy.server.ts';
import { textsOf } from './topic-ref.ts';
import type { ListedGroup, ListedTopic, TopicGroupView } from './views.ts';
import { seesTopic } from './visibility.server.ts';

/** The whole taxonomy in its order. */
export async function listTopicGroups(viewer: Viewer, language: Language): Promise<readonly ListedGroup[]> {
  return groupsIn(await getTaxonomy(), viewer, language);
}

/** The same, each topic and each group with the number of its threads that everybody may read. */
export async function countTopicGroups(viewer: Viewer, language: Language): Promise<TopicGroupView[]> {
  const [taxonomy, counts] = await Promise.all([getTaxonomy(), db.topicCount.findMany()]);
  const threadsBySlug = new Map(counts.map(({ topicId, threads }) => [taxonomy.byId.get(topicId)?.slug, threads]));
  return groupsIn(taxonomy, viewer, language).map((group) => {
    const topics = group.topics.map((topic) => ({ ...topic, threads: threadsBySlug.get(topic.slug) ?? 0 }));
    return { ...group, topics, threads: topics.reduce((sum, { threads }) => sum + threads, 0) };
  });
}

/** Nearly every page names them: made once of a taxonomy, for staff and for others, in each language. */
const known = new WeakMap<Taxonomy, Map<string, readonly ListedGroup[]>>();

function groupsIn(taxonomy: Taxonomy, viewer: Viewer, language: Language): readonly ListedGroup[] {
  const made = known.get(taxonomy) ?? new Map<string, readonly ListedGroup[]>();
  known.set(taxonomy, made);
  const name = `${isStaff(viewer) ? 'staff' : 'all'} ${language}`;
  const groups = made.get(name) ?? makeGroups(taxonomy, viewer, language);
  made.set(name, groups);
  return groups;
}

function makeGroups({ topics: all }: Taxonomy, viewer: Viewer, language: Language): ListedGroup[] {
  const visible = all.filter((topic) => seesTopic(viewer, topic));
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
