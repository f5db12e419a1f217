import type { Prisma } from '#prisma/client.ts';
import type { FacetCounts, EngineHit, Fragment, SearchFilters, SearchQuery } from '#search/engine.ts';
import type { Language } from '#app/i18n/languages.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { postInThreadPath, threadPath } from '#app/platform/urls.ts';
import type { Viewer } from '../identity/viewer.ts';
import { visiblePosts } from '../posts/visibility.server.ts';
import { findMergedInto } from '../threads/merged-threads.server.ts';
import { topicNames, type TopicNames } from '../topics/taxonomy.server.ts';
import { askEngine } from './ask-engine.server.ts';
import { dayOf, searchedText } from './document.server.ts';
import type { SearchRequest } from './schema.ts';
import { areWaiting, notYetUnindexed } from './not-yet-unindexed.server.ts';
import { currentParts, currentSnippet } from './snippet.ts';
import type { ApiSearchResult, PageHit, SearchResult } from './views.ts';

/** `allWords`: nothing that holds only some of them, for lists that are read by date. */
export type SearchAsk = SearchRequest & { allWords?: boolean };

/**
 * Finds threads (inside a thread: posts) for a viewer, topics by their names in `language`. Whether they may see a hit is decided here, from the
 * database; a hit they may not see is left out, and what is quoted is what the post says now. Words that find nothing give an empty result.
 */
export async function searchThreads(
  viewer: Viewer,
  request: SearchAsk,
  language: Language = 'en',
): Promise<SearchResult> {
  const within = request.thread === null ? null : ((await findMergedInto(request.thread)) ?? request.thread);
  const { answer, ...by } = await askEngine(async (engine) => {
    const without = await notYetUnindexed(engine.name);
    const query = engineQuery({ ...request, thread: within }, without ?? { posts: [], threads: [] });
    return { found: await engine.query(query), without };
  });
  const { found, without } = answer;
  const [posts, waiting] = await Promise.all([
    db.post.findMany({
      where: { AND: [{ id: { in: found.hits.map(({ id }) => id) } }, visiblePosts(viewer)] },
      select: hitSelect,
      relationLoadStrategy: 'join',
    }),
    // What waited was left out from the start, unless it was too much to be named.
    without === null ? areWaiting(found.hits, by.engine) : NONE_WAIT,
  ]);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const names = await topicNames(
    posts.map(({ thread }) => thread.topicId),
    language,
  );
  const hits = found.hits.flatMap((hit) => {
    const post = byId.get(hit.id);
    return post && !waiting.has(hit.id) ? [pageHit(hit, post, names)] : [];
  });
  const { tookMs } = found;
  // Counts that cannot be told free of what was taken away are not told.
  const facets = without === null ? NO_FACETS : found.facets;
  const total = found.total - (found.hits.length - hits.length);
  return { query: request.q, ...by, tookMs, total, page: request.page, hits, facets };
}

const NONE_WAIT: ReadonlySet<string> = new Set();
const NO_FACETS: FacetCounts = { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} };

/** The same as the API answers it: the fields of its contract and no others. */
export function apiSearchResult({ hits, ...result }: SearchResult): ApiSearchResult {
  const { query, engine, tookMs, total, page, facets } = result;
  return {
    ...{ query, engine, tookMs, total, page, facets },
    hits: hits.map(({ threadId, postId, postNumber, title, topic, perspective, kind, snippet, url, externalRef }) => ({
      ...{ threadId, postId, postNumber, title, topic, perspective, kind, snippet, url, externalRef },
    })),
  };
}

/** What an engine is asked for a request. `without`: what it may still hold and nobody may see any more. */
export function engineQuery(request: SearchAsk, without: SearchQuery['without']): SearchQuery {
  const { topic, perspective, kind, language } = request;
  const answered = [...new Set(request.answered)].map((value) => value === 'yes');
  const filters: SearchFilters = { topic, perspective, kind, language, answered, sinceDay: sinceDay(request.since) };
  const { q: text, sort, thread: threadId, page, limit, allWords = false } = request;
  return { text, filters, sort, allWords, threadId, without, page, limit };
}

const DAYS = { '7d': 7, '30d': 30, '1y': 365 } as const;

export function sinceDay(since: SearchRequest['since']): number | null {
  if (since === null) return null;
  return isPeriod(since) ? dayOf(now()) - DAYS[since] : dayOf(new Date(since));
}

function isPeriod(since: string): since is keyof typeof DAYS {
  return since in DAYS;
}

const hitSelect = {
  id: true,
  number: true,
  perspective: true,
  text: true,
  createdAt: true,
  thread: {
    select: {
      id: true,
      slug: true,
      title: true,
      situation: true,
      whatIHaveTried: true,
      question: true,
      contentWarning: true,
      kind: true,
      language: true,
      replyCount: true,
      externalRef: true,
      topicId: true,
    },
  },
} as const satisfies Prisma.PostSelect;

type HitRow = Prisma.PostGetPayload<{ select: typeof hitSelect }>;

function pageHit(hit: EngineHit, post: HitRow, names: TopicNames): PageHit {
  const { thread } = post;
  const topic = names(thread.topicId);
  return {
    threadId: thread.id,
    postId: post.id,
    postNumber: post.number,
    title: thread.title,
    titleParts: currentParts(hit.title, thread.title),
    topic: topic.slug,
    topicName: topic.name,
    language: thread.language,
    perspective: post.perspective,
    kind: thread.kind,
    snippet: currentSnippet(hit.snippet satisfies Fragment[], searchedText(post)),
    url: hit.inTitle ? threadPath(thread) : postInThreadPath(thread, post.number),
    externalRef: thread.externalRef,
    contentWarning: thread.contentWarning,
    replies: thread.replyCount,
    createdAt: post.createdAt,
  };
}
