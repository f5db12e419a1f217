import type { Prisma } from '#prisma/client.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import { visibleTopics } from '../topics/visibility.server.ts';

/**
 * The threads this viewer may read. Their own held or hidden ones are among them where they show themselves: by the pen name
 * always, by personas where the caller knows these (`listMyPersonasInThread`).
 */
export function visibleThreads(viewer: Viewer, myPersonaIds: readonly string[] = []): Prisma.ThreadWhereInput {
  if (isStaff(viewer)) return {};
  const topic = visibleTopics(viewer);
  if (viewer.kind === 'guest') return { topic, state: 'published' };
  const mine: Prisma.PostWhereInput = {
    number: 1,
    OR: [{ authorId: viewer.accountId }, { personaId: { in: [...myPersonaIds] } }],
  };
  return { topic, OR: [{ state: 'published' }, { posts: { some: mine } }] };
}

/** The threads that lists show: a list is the same for all, so one's own hidden threads are found under /me/threads. */
export function listedThreads(viewer: Viewer): Prisma.ThreadWhereInput {
  return isStaff(viewer) ? {} : { topic: visibleTopics(viewer), state: 'published' };
}
