import type { Prisma } from '#prisma/client.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { THREADS_PER_PAGE } from '#app/platform/urls.ts';
import { penNameKey } from '../identity/pen-name.ts';
import { GUEST, type Viewer } from '../identity/viewer.ts';
import { cutPage, isAfter } from '../threads/cursor.server.ts';
import { postSelect, postView, readerOf } from './post-view.server.ts';
import type { PostView } from './views.ts';
import { visiblePosts } from './visibility.server.ts';

export type PenNamePosts = {
  penName: string;
  posts: (PostView & { thread: { id: string; slug: string; title: string } })[];
  next: string | null;
  /** What the member lets be said: the month of joining, and threads and replies under the name that anybody can read. */
  since: Date | null;
  counts: { threads: number; replies: number } | null;
  isMuted: boolean;
};

/**
 * What was written under a pen name, newest first, and nothing else: no persona is looked for, the viewer's own ones neither.
 *
 * @throws DomainError not-found when nobody has that name.
 */
export async function listPostsByPenName(
  viewer: Viewer,
  { penName, after }: { penName: string; after?: string | undefined },
): Promise<PenNamePosts> {
  const account = await db.account.findUnique({
    where: { penNameKey: penNameKey(penName) },
    select: { id: true, penName: true, createdMonth: true, showsSince: true, showsCounts: true },
  });
  if (!account) throw new DomainError('not-found', 'No such member');
  const rows = await db.post.findMany({
    where: { AND: [{ authorId: account.id }, visiblePosts(viewer), isAfter('createdAt', after)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: THREADS_PER_PAGE + 1,
    select: { ...postSelect, thread: { select: { id: true, slug: true, title: true } } },
    relationLoadStrategy: 'join',
  });
  const { page, next } = cutPage(rows, THREADS_PER_PAGE, 'createdAt');
  const reader = await readerOf(viewer, []);
  return {
    penName: account.penName,
    posts: page.map(({ thread, ...row }) => ({ ...postView(reader, null, row), thread })),
    next,
    since: account.showsSince ? account.createdMonth : null,
    counts: account.showsCounts ? await countPublic(account.id) : null,
    isMuted: reader.muted.includes(account.id),
  };
}

/** What a guest could count by reading, so that the number tells nothing more. */
async function countPublic(authorId: string): Promise<{ threads: number; replies: number }> {
  const count = (number: Prisma.IntFilter<'Post'>) =>
    db.post.count({ where: { AND: [{ authorId, number, state: 'published' }, visiblePosts(GUEST)] } });
  const [threads, replies] = await Promise.all([count({ equals: 1 }), count({ gt: 1 })]);
  return { threads, replies };
}
