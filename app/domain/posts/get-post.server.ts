import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfThreads } from '#app/platform/page-record.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { threadSummary, threadSummarySelect } from '../threads/thread-summary.server.ts';
import type { ThreadSummary } from '../threads/views.ts';
import { postSelect, postView, readerOf } from './post-view.server.ts';
import type { PostView } from './views.ts';
import { visiblePosts } from './visibility.server.ts';

/** One post with the thread it stands in. @throws DomainError not-found, also for a post whose text is kept from the viewer. */
export async function getPost(
  viewer: Viewer,
  { id, language }: { id: string; language: Language },
): Promise<{ post: PostView; thread: ThreadSummary }> {
  const mine = await myPersonaIdsAtPost(viewer, id);
  const row = await readOfThreads(
    () =>
      db.post.findFirst({
        where: { AND: [{ id }, visiblePosts(viewer, mine)] },
        select: {
          ...postSelect,
          thread: {
            select: {
              ...threadSummarySelect,
              posts: { where: { number: 1 }, select: { authorId: true, personaId: true } },
            },
          },
        },
        relationLoadStrategy: 'join',
      }),
    (found) => (found ? [found.threadId, ...(found.quoteOf ? [found.quoteOf.threadId] : [])] : []),
  );
  if (!row) throw new DomainError('not-found', 'No such post');
  const opening = row.thread.posts[0] ?? null;
  const [reader, thread] = await Promise.all([readerOf(viewer, mine), threadSummary(row.thread, language)]);
  return { post: postView(reader, opening, row), thread };
}

/** The viewer's personas in the thread of a post, whoever wrote it. */
export async function myPersonaIdsAtPost(viewer: Viewer, postId: string): Promise<string[]> {
  if (viewer.kind === 'guest') return [];
  const post = await db.post.findUnique({ where: { id: postId }, select: { threadId: true } });
  if (!post) return [];
  const personas = await listMyPersonasInThread(viewer, post.threadId);
  return personas.map((persona) => persona.id);
}
