import type { Language } from '#app/i18n/languages.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from './taxonomy.server.ts';
import { allNamesOf } from './topic-ref.ts';
import { seesTopic } from './visibility.server.ts';

/** A topic by all that it is called; first its own name in the reader's language. */
type TopicByNames = { slug: string; names: string[] };

/**
 * The topics that the viewer can start a thread in, in their order, each with everything it is called in any language: in the
 * reader's first, and its own name before its synonyms.
 */
export async function listNamedTopics(viewer: Viewer, language: Language): Promise<TopicByNames[]> {
  const { topics } = await getTaxonomy();
  return topics
    .filter((topic) => topic.groupId !== null && !topic.isRetired && seesTopic(viewer, topic))
    .map((topic) => ({ slug: topic.slug, names: allNamesOf(topic, language) }));
}
