import type { Language } from '#app/i18n/languages.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from './taxonomy.server.ts';
import { allNamesOf, textsOf } from './topic-ref.ts';
import { seesTopic } from './visibility.server.ts';

/** A topic by all its names, those in the reader's language first, its own before its synonyms. */
export type TopicByNames = { slug: string; name: string; names: string[] };

/** The topics that the viewer can start a thread in, in their order, each with everything it is called in any language. */
export async function listNamedTopics(viewer: Viewer, language: Language): Promise<TopicByNames[]> {
  const { topics } = await getTaxonomy();
  return topics
    .filter((topic) => topic.groupId !== null && !topic.isRetired && seesTopic(viewer, topic))
    .map((topic) => ({
      slug: topic.slug,
      name: textsOf(topic)[language].name,
      names: allNamesOf(topic, language),
    }));
}
