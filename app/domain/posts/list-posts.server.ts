import type { Prisma } from '#prisma/client.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfThreads } from '#app/platform/page-record.server.ts';
import { POSTS_PER_PAGE } from '#app/platform/urls.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { isPerspective } from '../topics/perspectives.ts';
import { postSelect, postView, readerOf } from './post-view.server.ts';
import type { PostList } from './views.ts';
import { noticeablePosts } from './visibility.server.ts';

/** Numbers are 32-bit integers in the database. */
const HIGHEST_NUMBER = 2 ** 31 - 1;

export type PostListRequest = {
  threadId: string;
  /** The number after which the page begins; 0 if not said. */
  after?: number | undefined;
  /** Posts a page; 20 if not said. */
  limit?: number | undefined;
  /** Perspectives of which any will do: other replies are left out, the opening post never is. All replies if not said. */
  perspectives?: readonly string[] | undefined;
};

/**
 * One page of a thread's posts in the order of their numbers. Empty for a thread the viewer may not read.
 *
 * @throws DomainError bad-request for an `after` that is no number of a post, and for a perspective that cannot be.
 */
export async function listPosts(
  viewer: Viewer,
  { threadId, after = 0, limit = POSTS_PER_PAGE, perspectives }: PostListRequest,
): Promise<PostList> {
  if (!Number.isInteger(after) || after < 0 || after > HIGHEST_NUMBER) {
    throw new DomainError('bad-request', 'No post has that number');
  }
  if (perspectives?.every(isPerspective) === false) throw new DomainError('bad-request', 'No such perspective');
  const mine = (await listMyPersonasInThread(viewer, threadId)).map((persona) => persona.id);
  const [reader, { opening, rows }] = await Promise.all([
    readerOf(viewer, mine),
    readOfThreads(
      async () => {
        const [first, rows] = await Promise.all([
          after === 0 ? null : findOpening(threadId),
          db.post.findMany({
            where: {
              AND: [{ threadId, number: { gt: after } }, writtenFrom(perspectives), noticeablePosts(viewer, mine)],
            },
            orderBy: { number: 'asc' },
            take: limit + 1,
            select: postSelect,
            relationLoadStrategy: 'join',
          }),
        ]);
        // On a first page it stands at the head, unless it is kept from this viewer.
        const head = rows[0]?.number === 1 ? rows[0] : null;
        return { opening: first ?? head ?? (await findOpening(threadId)), rows };
      },
      // What is quoted may stand in another thread.
      ({ rows }) => [threadId, ...rows.flatMap(({ quoteOf }) => quoteOf?.threadId ?? [])],
    ),
  ]);
  const posts = rows.slice(0, limit).map((row) => postView(reader, opening, row));
  return { posts, next: rows.length > limit ? (posts.at(-1)?.number ?? null) : null };
}

function findOpening(threadId: string) {
  return db.post.findFirst({ where: { threadId, number: 1 }, select: { authorId: true, personaId: true } });
}

function writtenFrom(perspectives: readonly string[] | undefined): Prisma.PostWhereInput {
  return perspectives ? { OR: [{ number: 1 }, { perspective: { in: [...perspectives] } }] } : {};
}
