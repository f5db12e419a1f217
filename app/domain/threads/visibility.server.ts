import type { Prisma } from '#prisma/client.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import { visibleTopics } from '../topics/visibility.server.ts';

/** What was merged into another thread is left as a row that its addresses find (merged-threads.server.ts), and nothing else does. */
const STILL_A_THREAD = { mergedIntoId: null } as const satisfies Prisma.ThreadWhereInput;

/**
 * The threads this viewer may read. Their own held or hidden ones are among them where they show themselves: by the pen name
 * always, by personas where the caller knows these (`listMyPersonasInThread`).
 */
export function visibleThreads(viewer: Viewer, myPersonaIds: readonly string[] = []): Prisma.ThreadWhereInput {
  if (isStaff(viewer)) return STILL_A_THREAD;
  const topic = visibleTopics(viewer);
  if (viewer.kind === 'guest') return { ...STILL_A_THREAD, topic, state: 'published' };
  const mine: Prisma.PostWhereInput = {
    number: 1,
    OR: [{ authorId: viewer.accountId }, { personaId: { in: [...myPersonaIds] } }],
  };
  return { ...STILL_A_THREAD, topic, OR: [{ state: 'published' }, { posts: { some: mine } }] };
}

/** The threads that lists show: a list is the same for all, so one's own hidden threads are found under /me/threads. */
export function listedThreads(viewer: Viewer): Prisma.ThreadWhereInput {
  return isStaff(viewer) ? STILL_A_THREAD : { ...STILL_A_THREAD, topic: visibleTopics(viewer), state: 'published' };
}
