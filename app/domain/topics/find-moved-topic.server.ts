import { getTaxonomy } from './taxonomy.server.ts';

/** The slug of the topic that an earlier address leads to now; null where it leads nowhere. */
export async function findMovedTopic(slug: string): Promise<string | null> {
  const { movedTo, byId } = await getTaxonomy();
  return byId.get(movedTo.get(slug) ?? '')?.slug ?? null;
}
