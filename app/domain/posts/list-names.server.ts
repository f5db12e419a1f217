import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { visiblePosts } from './visibility.server.ts';

const MOST = 300;

/** The names under which a thread was written in, aliases and pen names, so far as the viewer may read it. */
export async function listNames(viewer: Viewer, threadId: string): Promise<string[]> {
  const rows = await db.post.findMany({
    where: { AND: [{ threadId }, visiblePosts(viewer)] },
    distinct: ['authorId', 'personaId'],
    orderBy: { number: 'desc' },
    take: MOST,
    select: { author: { select: { penName: true } }, persona: { select: { alias: true } } },
  });
  return rows.flatMap(({ author, persona }) => author?.penName ?? persona?.alias ?? []);
}
