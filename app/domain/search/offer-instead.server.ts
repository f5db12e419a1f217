import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { textsOf } from '../topics/topic-ref.ts';
import { visibleTopics } from '../topics/visibility.server.ts';
import { countHits } from './count-hits.server.ts';
import { notYetUnindexed, type NotYetUnindexed } from './not-yet-unindexed.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';
import { withLess } from './query-pieces.ts';
import type { SearchRequest } from './schema.ts';
import { isAnyChangeWaiting } from './not-yet-unindexed.server.ts';

/** Another query that does find something, and how much. */
export type OtherQuery = { q: string; total: number };

/** A wider place to search with the same words; `topic` null is everywhere, `name` that of the group. */
export type WiderPlace = { topic: string | null; name: string | null; total: number };

/** What to try where nothing was found. Everything in it finds something. */
export type Offers = { corrected: OtherQuery | null; fewer: OtherQuery[]; wider: WiderPlace[] };

const NOTHING: Offers = { corrected: null, fewer: [], wider: [] };
const MOST_FEWER = 3;

/** What a request that found nothing may be replaced by: its words put right, fewer of them, a wider place. */
export async function offerInstead(viewer: Viewer, request: SearchRequest, language: Language): Promise<Offers> {
  const without = await notYetUnindexed();
  if (without === null) return NOTHING;
  const [corrected, fewer, wider] = await Promise.all([
    offerCorrected(request, without),
    offerFewer(request, without),
    offerWider(viewer, request, { without, language }),
  ]);
  return { corrected, fewer, wider };
}

/** The lexicon of the forum's own database knows the words, whichever engine answers. */
async function offerCorrected(request: SearchRequest, without: NotYetUnindexed): Promise<OtherQuery | null> {
  if (await isAnyChangeWaiting()) return null;
  const q = await postgresEngine(db).correct(request.q);
  if (q === null) return null;
  const total = await countHits({ ...request, q }, without);
  return total > 0 ? { q, total } : null;
}

async function offerFewer(request: SearchRequest, without: NotYetUnindexed): Promise<OtherQuery[]> {
  const tried = await Promise.all(
    withLess(request.q).map(async (q) => ({ q, total: await countHits({ ...request, q }, without) })),
  );
  return tried.filter(({ total }) => total > 0).slice(0, MOST_FEWER);
}

type Wider = { without: NotYetUnindexed; language: Language };

async function offerWider(viewer: Viewer, request: SearchRequest, { without, language }: Wider): Promise<WiderPlace[]> {
  const groups = await groupsAround(viewer, request.topic, language);
  const places = groups.map(({ slug, name }) => ({ topic: slug, name, asked: { ...request, topic: [slug] } }));
  const everywhere = { topic: null, name: null, asked: anywhere(request) };
  const tried = await Promise.all(
    [...places, everywhere].map(async ({ topic, name, asked }) => ({
      topic,
      name,
      total: await countHits(asked, without),
    })),
  );
  return tried.filter(({ total }) => total > 0);
}

/** The groups of the topics that were asked for, but for those that were asked for themselves. */
async function groupsAround(viewer: Viewer, topics: readonly string[], language: Language) {
  if (topics.length === 0) return [];
  const rows = await db.topic.findMany({
    where: {
      AND: [visibleTopics(viewer), { slug: { notIn: [...topics] }, topics: { some: { slug: { in: [...topics] } } } }],
    },
    select: { slug: true, texts: true },
    take: 2,
  });
  return rows.map((row) => ({ slug: row.slug, name: textsOf(row)[language].name }));
}

/** The same words in the whole forum. */
function anywhere(request: SearchRequest): SearchRequest {
  const none = { topic: [], perspective: [], kind: [], language: [], answered: [] };
  return { ...request, ...none, since: null, thread: null };
}
