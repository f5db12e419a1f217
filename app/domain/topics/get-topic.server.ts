import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfTopics } from '#app/platform/page-record.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { textsOf, topicRef, topicRefSelect } from './topic-ref.ts';
import type { TopicView } from './views.ts';
import { visibleTopics } from './visibility.server.ts';

/** One topic. @throws DomainError not-found, for a group's slug too: threads stand under topics alone. */
export async function getTopic(
  viewer: Viewer,
  { slug, language }: { slug: string; language: Language },
): Promise<TopicView> {
  const topic = await readOfTopics(
    () =>
      db.topic.findFirst({
        where: { slug, groupId: { not: null }, ...visibleTopics(viewer) },
        select: {
          id: true,
          ...topicRefSelect,
          isRetired: true,
          _count: { select: { threads: { where: { state: 'published', mergedIntoId: null } } } },
        },
      }),
    (found) => (found ? [found.id] : []),
  );
  if (!topic) throw new DomainError('not-found', 'No such topic');
  const { description, synonyms } = textsOf(topic)[language];
  return {
    ...topicRef(topic, language),
    description,
    synonyms,
    threads: topic._count.threads,
    isRetired: topic.isRetired,
  };
}
