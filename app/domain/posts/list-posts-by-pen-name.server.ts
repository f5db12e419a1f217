import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { THREADS_PER_PAGE } from '#app/platform/urls.ts';
import { penNameKey } from '../identity/pen-name.ts';
import type { Viewer } from '../identity/viewer.ts';
import { cutPage, isAfter } from '../threads/cursor.server.ts';
import { postSelect, postView, readerOf } from './post-view.server.ts';
import type { PostView } from './views.ts';
import { visiblePosts } from './visibility.server.ts';

export type PenNamePosts = {
  penName: string;
  posts: (PostView & { thread: { id: string; slug: string; title: string } })[];
  next: string | null;
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
    select: { id: true, penName: true },
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
  };
}
