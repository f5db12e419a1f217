import type { Language } from '#app/i18n/languages.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from './taxonomy.server.ts';
import { textsOf } from './topic-ref.ts';
import { seesTopic } from './visibility.server.ts';

/** The other topics in use of the group that a topic stands in, in their order; without figures, which would be others' threads. */
export async function listTopicsBeside(
  viewer: Viewer,
  { slug, language }: { slug: string; language: Language },
): Promise<{ slug: string; name: string }[]> {
  const { topics, byId, bySlug } = await getTaxonomy();
  const group = byId.get(bySlug.get(slug)?.groupId ?? '');
  if (!group || !seesTopic(viewer, group)) return [];
  return topics
    .filter(
      (topic) => topic.groupId === group.id && topic.slug !== slug && !topic.isRetired && seesTopic(viewer, topic),
    )
    .map((topic) => ({ slug: topic.slug, name: textsOf(topic)[language].name }));
}
