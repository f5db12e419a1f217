import type { Prisma } from '#prisma/client.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import { visibleThreads } from '../threads/visibility.server.ts';
import type { ContentState } from '../threads/views.ts';

/** What decides whether a viewer may read a post: its state, and whether it is theirs. */
type Guarded = { state: ContentState; authorId: string | null; personaId: string | null };

/** The posts whose text this viewer may read, wherever they turn up: on a page, in a feed, as a hit, in an answer. */
export function visiblePosts(viewer: Viewer, myPersonaIds: readonly string[] = []): Prisma.PostWhereInput {
  return postsIn(['published'], viewer, myPersonaIds);
}

/** The posts of a thread that leave at least a notice for this viewer: held ones stand there for their author and staff alone. */
export function noticeablePosts(viewer: Viewer, myPersonaIds: readonly string[] = []): Prisma.PostWhereInput {
  return postsIn(['published', 'hidden', 'erased'], viewer, myPersonaIds);
}

/** In threads that the viewer may read: the posts in one of these states, and their own; staff see all. */
function postsIn(states: ContentState[], viewer: Viewer, myPersonaIds: readonly string[]): Prisma.PostWhereInput {
  const thread = visibleThreads(viewer, myPersonaIds);
  if (isStaff(viewer)) return { thread };
  const state = { in: states };
  if (viewer.kind === 'guest') return { thread, state };
  return { thread, OR: [{ state }, { authorId: viewer.accountId }, { personaId: { in: [...myPersonaIds] } }] };
}

export function isMine(viewer: Viewer, myPersonaIds: readonly string[], post: Omit<Guarded, 'state'>): boolean {
  if (viewer.kind === 'guest') return false;
  return post.authorId === viewer.accountId || (post.personaId !== null && myPersonaIds.includes(post.personaId));
}

/** The states in which its author may change a post. */
export const AUTHORS_EDIT: readonly ContentState[] = ['published', 'held'];

/** The same rule as `visiblePosts`, for a row at hand whose thread is visible. */
export function mayRead(viewer: Viewer, myPersonaIds: readonly string[], post: Guarded): boolean {
  return post.state === 'published' || isStaff(viewer) || isMine(viewer, myPersonaIds, post);
}
