import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { rememberedUntilTold } from '#app/platform/told-memory.server.ts';
import { topicRef } from './topic-ref.ts';
import type { TopicRef } from './views.ts';

/** A topic, or a group of them, as it stands in its table. */
export type TaxonomyTopic = {
  id: string;
  slug: string;
  groupId: string | null;
  staffOnly: boolean;
  isRetired: boolean;
  texts: unknown;
};

/** All groups and topics in their order, and the slugs that lead to others now. Whoever shows them asks who may see them. */
export type Taxonomy = {
  topics: readonly TaxonomyTopic[];
  byId: ReadonlyMap<string, TaxonomyTopic>;
  bySlug: ReadonlyMap<string, TaxonomyTopic>;
  /** Ids of topics by earlier slugs. */
  movedTo: ReadonlyMap<string, string>;
};

/** The whole taxonomy: some hundred rows at most that nearly every page names, kept in memory until one of them changes. */
export const getTaxonomy = rememberedUntilTold(['topics', 'topic_aliases'], readTaxonomy);

async function readTaxonomy(): Promise<Taxonomy> {
  const select = { id: true, slug: true, groupId: true, staffOnly: true, isRetired: true, texts: true } as const;
  const [topics, aliases] = await Promise.all([
    db.topic.findMany({ orderBy: { position: 'asc' }, select }),
    db.topicAlias.findMany({ select: { slug: true, topicId: true } }),
  ]);
  return {
    topics,
    byId: new Map(topics.map((topic) => [topic.id, topic])),
    bySlug: new Map(topics.map((topic) => [topic.slug, topic])),
    movedTo: new Map(aliases.map(({ slug, topicId }) => [slug, topicId])),
  };
}

/** How topics are named beside their threads, by their ids. */
export type TopicNames = (topicId: string) => TopicRef;

/** @param topicIds those that will be asked for: one that was made a moment ago may not have been told of yet. */
export async function topicNames(topicIds: readonly string[], language: Language): Promise<TopicNames> {
  const known = await getTaxonomy();
  const { byId } = topicIds.every((id) => known.byId.has(id)) ? known : await readTaxonomy();
  return (topicId) => {
    const topic = byId.get(topicId);
    if (!topic) throw new Error('A thread stands in a topic that is not there');
    return topicRef({ ...topic, group: byId.get(topic.groupId ?? '') ?? null }, language);
  };
}
