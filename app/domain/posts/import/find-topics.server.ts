import { isUniqueViolation } from '#prisma/client.ts';
import { db } from '#app/platform/db.server.ts';
import { createTopic, createTopicGroup } from '../../topics/create-topic.server.ts';
import type { TopicTexts } from '../../topics/schema.ts';

/** Where threads of a topic go, or why they cannot. */
export type FoundTopic = { kind: 'found'; id: string } | { kind: 'refused'; reason: string };

/**
 * A look-up of topics by slug for one import, asking the database once for each. With `createIn`, the slug of a group, topics
 * that do not exist are made there, and the group too.
 */
export function topicFinder(createIn: string | undefined): (slug: string) => Promise<FoundTopic> {
  const known = new Map<string, Promise<FoundTopic>>();
  return (slug) => {
    const found = known.get(slug) ?? find(slug, createIn);
    known.set(slug, found);
    return found;
  };
}

async function find(slug: string, createIn: string | undefined): Promise<FoundTopic> {
  const there = await lookUp(slug);
  if (there) return there;
  if (createIn === undefined) return { kind: 'refused', reason: `topic: there is no topic "${slug}"` };
  await unlessThere(() => createTopicGroup({ slug: createIn, texts: namedAfter(createIn) }), createIn);
  await unlessThere(() => createTopic({ slug, groupSlug: createIn, texts: namedAfter(slug) }), slug);
  return (await lookUp(slug)) ?? { kind: 'refused', reason: `topic: "${slug}" could not be made` };
}

async function lookUp(slug: string): Promise<FoundTopic | undefined> {
  const topic = await db.topic.findUnique({ where: { slug }, select: { id: true, groupId: true } });
  if (!topic) return undefined;
  return topic.groupId === null
    ? { kind: 'refused', reason: `topic: "${slug}" is a group of topics, which holds no threads` }
    : { kind: 'found', id: topic.id };
}

/** Another import may be making the same at this moment. */
async function unlessThere(create: () => Promise<void>, slug: string): Promise<void> {
  if ((await db.topic.count({ where: { slug } })) > 0) return;
  try {
    await create();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/** A name to begin with in every language: administrators give it a better one. */
function namedAfter(slug: string): TopicTexts {
  const words = slug.replaceAll('-', ' ');
  const text = { name: words.charAt(0).toUpperCase() + words.slice(1), description: '', synonyms: [] };
  return { en: text, nb: text };
}
