import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfTopics } from '#app/platform/page-record.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from './taxonomy.server.ts';
import { textsOf, topicRef } from './topic-ref.ts';
import type { TopicView } from './views.ts';
import { seesTopic } from './visibility.server.ts';

/** One topic. @throws DomainError not-found, for a group's slug too: threads stand under topics alone. */
export async function getTopic(
  viewer: Viewer,
  { slug, language }: { slug: string; language: Language },
): Promise<TopicView> {
  const { byId, bySlug } = await getTaxonomy();
  const topic = bySlug.get(slug);
  const group = byId.get(topic?.groupId ?? '');
  if (!topic || !group || !seesTopic(viewer, topic)) throw new DomainError('not-found', 'No such topic');
  const { description, synonyms } = textsOf(topic)[language];
  const count = await readOfTopics(
    () => db.topicCount.findUnique({ where: { topicId: topic.id }, select: { threads: true } }),
    () => [topic.id],
  );
  return {
    ...topicRef({ ...topic, group }, language),
    description,
    synonyms,
    threads: count?.threads ?? 0,
    isRetired: topic.isRetired,
  };
}
