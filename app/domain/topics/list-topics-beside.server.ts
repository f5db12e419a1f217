import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { textsOf } from './topic-ref.ts';
import { visibleTopics } from './visibility.server.ts';

/** The other topics in use of the group that a topic stands in, in their order; without figures, which would be others' threads. */
export async function listTopicsBeside(
  viewer: Viewer,
  { slug, language }: { slug: string; language: Language },
): Promise<{ slug: string; name: string }[]> {
  const topics = await db.topic.findMany({
    where: {
      ...visibleTopics(viewer),
      slug: { not: slug },
      isRetired: false,
      group: { ...visibleTopics(viewer), topics: { some: { slug } } },
    },
    orderBy: { position: 'asc' },
    select: { slug: true, texts: true },
  });
  return topics.map((topic) => ({ slug: topic.slug, name: textsOf(topic)[language].name }));
}
