import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfTopics } from '#app/platform/page-record.server.ts';
import { THREADS_PER_PAGE } from '#app/platform/urls.ts';
import { preferencesOf } from '../identity/preferences/preferences.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { isPerspective } from '../topics/perspectives.ts';
import { getTaxonomy } from '../topics/taxonomy.server.ts';
import { cutPage, isAfter } from './cursor.server.ts';
import { threadSummaries, threadSummarySelect } from './thread-summary.server.ts';
import type { ThreadList } from './views.ts';
import { listedThreads } from './visibility.server.ts';

export const THREAD_SORTS = ['latest', 'new', 'unanswered'] as const;
export type ThreadSort = (typeof THREAD_SORTS)[number];

export type ThreadListRequest = {
  /** Slug of a topic or of a group. */
  topic?: string | undefined;
  /** One perspective, or several of which any will do. */
  perspective?: string | readonly string[] | undefined;
  sort?: ThreadSort;
  after?: string | undefined;
  /** Whether pinned threads stand on top of the first page, and nowhere else. */
  pinnedFirst?: boolean;
  /** Whether guides are among them; nobody waits for an answer to one in any case. */
  guides?: boolean;
  /** Threads a page; 20 if not said. */
  limit?: number;
  language: Language;
};

/**
 * One page of threads: by latest activity, newest first, or newest without an answer. A page costs the same however deep it is.
 *
 * @throws DomainError bad-request for a cursor or perspective that cannot be.
 */
export async function listThreads(viewer: Viewer, request: ThreadListRequest): Promise<ThreadList> {
  const {
    topic,
    perspective,
    sort = 'latest',
    after,
    pinnedFirst = false,
    guides = true,
    limit = THREADS_PER_PAGE,
    language,
  } = request;
  const perspectives = typeof perspective === 'string' ? [perspective] : (perspective ?? []);
  if (!perspectives.every(isPerspective)) throw new DomainError('bad-request', 'No such perspective');
  const time = sort === 'latest' ? 'lastActivityAt' : 'createdAt';
  const conditions: Prisma.ThreadWhereInput[] = [listedThreads(viewer)];
  const topicIds = topic === undefined ? undefined : await topicsUnder(topic);
  if (topicIds) conditions.push({ topicId: { in: topicIds } });
  else conditions.push(await notMuted(viewer));
  if (perspectives.length > 0) conditions.push({ perspective: { in: [...perspectives] } });
  if (sort === 'unanswered') conditions.push({ replyCount: 0 });
  if (sort === 'unanswered' || !guides) conditions.push({ kind: { not: 'guide' } });
  const orderBy: Prisma.ThreadOrderByWithRelationInput[] = [{ [time]: 'desc' }, { id: 'asc' }];
  const list = { orderBy, select: threadSummarySelect } as const;
  const at = now();
  const read = () =>
    Promise.all([
      pinnedFirst && after === undefined
        ? db.thread.findMany({ where: { AND: [...conditions, { pinnedUntil: { gt: at } }] }, ...list })
        : [],
      db.thread.findMany({
        where: { AND: [...conditions, isAfter(time, after), ...(pinnedFirst ? [notPinned(at)] : [])] },
        take: limit + 1,
        ...list,
      }),
    ]);
  const [pinned, rows] = topicIds ? await readOfTopics(read, () => topicIds) : await read();
  const { page, next } = cutPage(rows, limit, time);
  return { threads: await threadSummaries([...pinned, ...page], language), next };
}

/** A list that nobody asked for by topic leaves out the topics that its reader has muted. */
async function notMuted(viewer: Viewer): Promise<Prisma.ThreadWhereInput> {
  const muted = (await preferencesOf(viewer))?.mutedTopics ?? [];
  return muted.length === 0 ? {} : { topicId: { notIn: muted } };
}

/** The topic of a slug, or those of a group. */
async function topicsUnder(slug: string): Promise<string[]> {
  const { topics, bySlug } = await getTaxonomy();
  const named = bySlug.get(slug);
  return topics.filter(({ id, groupId }) => named && (id === named.id || groupId === named.id)).map(({ id }) => id);
}

function notPinned(at: Date): Prisma.ThreadWhereInput {
  return { OR: [{ pinnedUntil: null }, { pinnedUntil: { lte: at } }] };
}
