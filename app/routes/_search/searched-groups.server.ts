import type { SearchedGroup } from '#app/components/search/search-form.tsx';
import type { Viewer } from '#app/domain/identity/viewer.ts';
import { listTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import type { Language } from '#app/i18n/languages.ts';

/** What topics and their groups are called where a search names them. */
export async function searchedGroups(viewer: Viewer, language: Language): Promise<SearchedGroup[]> {
  const groups = await listTopicGroups(viewer, language);
  return groups.map(({ slug, name, topics }) => ({
    slug,
    name,
    topics: topics.map((topic) => ({ slug: topic.slug, name: topic.name })),
  }));
}
