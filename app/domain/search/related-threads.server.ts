import { LRUCache } from 'lru-cache';
import { wordsOf } from '#search/words.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { readAside, readOfThreads } from '#app/platform/page-record.server.ts';
import { HOUR_MS } from '#app/platform/times.ts';
import type { Viewer } from '../identity/viewer.ts';
import { listedThreads } from '../threads/visibility.server.ts';
import { textsOf } from '../topics/topic-ref.ts';
import { askEngine } from './ask-engine.server.ts';
import { withWaitingChanges } from './not-yet-unindexed.server.ts';

/** A thread as it is offered beside another, or beside one that is being written. */
export type RelatedThread = {
  id: string;
  slug: string;
  title: string;
  language: Language;
  contentWarning: string | null;
  topicName: string;
  /** Published ones. */
  replies: number;
};

const SHOWN = 5;
/** An engine is asked for more than are shown: some may be gone, or not for everybody. */
const ASKED = 8;
/** Characters of a text that is being written. */
const LONGEST_TEXT = 500;
const FEWEST_WORDS = 2;

/** A thread that has only just been begun is in no index yet. */
const MINUTE = 60_000;
/** How long in ms a page waits for what is beside the point. What comes later is there for the next one. */
const PATIENCE = 250;

/** Ids alone, by the thread's: whether they may be seen is asked anew for every page. */
const known = new LRUCache<string, string[]>({
  max: 5_000,
  ttl: HOUR_MS,
  fetchMethod: async (threadId, _stale, { options }) => {
    const ids = await readAside(() => askForSimilar({ threadId }));
    if (ids.length === 0) options.ttl = MINUTE;
    return ids;
  },
});

/** Threads about the same as this one, nearest first. None where the search fails or is slow: the thread is what counts. */
export async function listRelatedThreads(
  viewer: Viewer,
  threadId: string,
  language: Language,
): Promise<RelatedThread[]> {
  const ids = await Promise.race([known.fetch(threadId).catch(() => []), nothingIn(PATIENCE)]);
  return listByIds(viewer, ids ?? [], language);
}

/** Threads about the same as a text that somebody is writing, nearest first; none before it has a few words. */
export async function listSimilarThreads(viewer: Viewer, text: string, language: Language): Promise<RelatedThread[]> {
  const begun = text.slice(0, LONGEST_TEXT);
  if (wordsOf(begun).length < FEWEST_WORDS) return [];
  const ids = await askForSimilar({ text: begun });
  // What an index still knows of a text that was redacted would tell that the words were there.
  const waiting = await withWaitingChanges(ids);
  return listByIds(
    viewer,
    ids.filter((id) => !waiting.has(id)),
    language,
  );
}

async function askForSimilar(to: { text: string } | { threadId: string }): Promise<string[]> {
  const { answer } = await askEngine((engine) => engine.similar(to, ASKED));
  return answer.map(({ threadId }) => threadId);
}

async function listByIds(viewer: Viewer, ids: readonly string[], language: Language): Promise<RelatedThread[]> {
  if (ids.length === 0) return [];
  const rows = await readOfThreads(
    () =>
      db.thread.findMany({
        where: { AND: [{ id: { in: [...ids] } }, listedThreads(viewer)] },
        select: {
          id: true,
          slug: true,
          title: true,
          language: true,
          contentWarning: true,
          replyCount: true,
          topic: { select: { texts: true } },
        },
        relationLoadStrategy: 'join',
      }),
    () => ids,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, SHOWN)
    .map(({ topic, replyCount, ...thread }) => ({
      ...thread,
      replies: replyCount,
      topicName: textsOf(topic)[language].name,
    }));
}

function nothingIn(ms: number): Promise<string[]> {
  return new Promise((resolve) => setTimeout(resolve, ms, []).unref());
}
