import type { TopicChoices } from '#app/components/moderation/threads/thread-work-page.tsx';
import type { Viewer } from '#app/domain/identity/viewer.ts';
import { listTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import { topicsInUse } from '#app/domain/topics/topics-in-use.ts';
import type { Language } from '#app/i18n/languages.ts';

/** The topics that a thread can be put under, group by group. */
export async function topicChoices(viewer: Viewer, language: Language): Promise<TopicChoices> {
  const groups = topicsInUse(await listTopicGroups(viewer, language));
  return groups.map(({ name, topics }) => ({
    name,
    topics: topics.map((topic) => ({ slug: topic.slug, name: topic.name })),
  }));
}
