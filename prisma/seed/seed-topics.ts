import { db } from '#app/platform/db.server.ts';
import { createTopic, createTopicGroup } from '#app/domain/topics/create-topic.server.ts';
import taxonomy from './content/taxonomy.json' with { type: 'json' };
import { listSeeded, markSeeded } from '#app/domain/settings/seeded.server.ts';

/** Groups, whose parent is null, and the topics in them. */
export const TAXONOMY = taxonomy.topics;

/** Makes the groups and topics of the supplied taxonomy that were never made before. The tests begin from this, too. */
export async function seedTopics(): Promise<void> {
  const seeded = await listSeeded('topics');
  const taken = new Set((await db.topic.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const missing = TAXONOMY.filter(({ slug }) => !seeded.has(slug));
  if (missing.length === 0) return;
  for (const topic of missing.filter(({ parent }) => parent === null)) {
    if (!taken.has(topic.slug))
      await createTopicGroup({ slug: topic.slug, position: topic.order, texts: textsOf(topic) });
  }
  for (const topic of missing) {
    if (topic.parent === null || taken.has(topic.slug)) continue;
    await createTopic({ slug: topic.slug, groupSlug: topic.parent, position: topic.order, texts: textsOf(topic) });
  }
  await markSeeded(
    'topics',
    missing.map(({ slug }) => slug),
  );
}

function textsOf({ name, description, synonyms }: (typeof TAXONOMY)[number]) {
  return {
    en: { name: name.en, description: description.en, synonyms: synonyms.en },
    nb: { name: name.nb, description: description.nb, synonyms: synonyms.nb },
  };
}
