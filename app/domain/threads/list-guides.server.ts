import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { readOfThreads, readOfTopics } from '#app/platform/page-record.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { getTaxonomy } from '../topics/taxonomy.server.ts';
import { listedThreads } from './visibility.server.ts';

/** A guide as it stands on top of its topic. */
export type GuideLine = {
  id: string;
  slug: string;
  title: string;
  language: Language;
  /** When it was written or last changed, rounded down to the hour. */
  updatedAt: Date;
};

/** The guides of a topic that are in use, those in the reader's language first, then by title. */
export async function listGuides(
  viewer: Viewer,
  { topic, language }: { topic: string; language: Language },
): Promise<GuideLine[]> {
  const topicId = (await getTaxonomy()).bySlug.get(topic)?.id;
  if (topicId === undefined) return [];
  const rows = await readOfTopics(
    () =>
      db.thread.findMany({
        where: { AND: [{ kind: 'guide', isRetired: false, topicId }, listedThreads(viewer)] },
        select: { id: true, slug: true, title: true, language: true, createdAt: true },
      }),
    () => [topicId],
  );
  const ids = rows.map(({ id }) => id);
  const editedAt = ids.length === 0 ? new Map<string, Date>() : await lastEdits(ids);
  const foreign = (guide: GuideLine): number => (guide.language === language ? 0 : 1);
  return rows
    .map(({ createdAt, ...guide }) => ({ ...guide, updatedAt: editedAt.get(guide.id) ?? createdAt }))
    .sort((a, b) => foreign(a) - foreign(b) || a.title.localeCompare(b.title, language));
}

async function lastEdits(ids: readonly string[]): Promise<Map<string, Date>> {
  const openings = await readOfThreads(
    () =>
      db.post.findMany({
        where: { threadId: { in: [...ids] }, number: 1, editedAt: { not: null } },
        select: { threadId: true, editedAt: true },
      }),
    () => ids,
  );
  return new Map(openings.flatMap(({ threadId, editedAt }) => (editedAt ? [[threadId, editedAt] as const] : [])));
}
