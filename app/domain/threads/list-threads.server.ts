import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { THREADS_PER_PAGE } from '#app/platform/urls.ts';
import type { Viewer } from '../identity/viewer.ts';
import { isPerspective } from '../topics/perspectives.ts';
import { cutPage, isAfter } from './cursor.server.ts';
import { threadSummary, threadSummarySelect } from './thread-summary.ts';
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
  const { topic, perspective, sort = 'latest', after, limit = THREADS_PER_PAGE, language } = request;
  const perspectives = typeof perspective === 'string' ? [perspective] : (perspective ?? []);
  if (!perspectives.every(isPerspective)) throw new DomainError('bad-request', 'No such perspective');
  const time = sort === 'latest' ? 'lastActivityAt' : 'createdAt';
  const conditions: Prisma.ThreadWhereInput[] = [listedThreads(viewer)];
  if (topic !== undefined) conditions.push({ topic: { OR: [{ slug: topic }, { group: { slug: topic } }] } });
  if (perspectives.length > 0) conditions.push({ perspective: { in: [...perspectives] } });
  if (sort === 'unanswered') conditions.push({ replyCount: 0 });
  conditions.push(isAfter(time, after));
  const rows = await db.thread.findMany({
    where: { AND: conditions },
    orderBy: [{ [time]: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: threadSummarySelect,
    relationLoadStrategy: 'join',
  });
  const { page, next } = cutPage(rows, limit, time);
  return { threads: page.map((row) => threadSummary(row, language)), next };
}
