import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listPosts } from '#app/domain/posts/list-posts.server.ts';
import { findFormerPage } from '#app/domain/threads/merged-threads.server.ts';
import { answer, readQuestion } from './_api/answer.server.ts';
import { postAnswer, threadDetailAnswer } from './_api/from-views.ts';
import { threadQuestion } from './_api/questions.ts';
import { threadOrRedirect } from './_threads/thread-or-redirect.server.ts';

export function loader({ context, params, request }: LoaderFunctionArgs) {
  return answer(async () => {
    const { language = context.language, after, limit } = readQuestion({ request }, threadQuestion);
    const id = params['id'] ?? '';
    const thread = await threadOrRedirect(GUEST, { id, language }, (into) =>
      formerAnswerPath(into.id, { id, request }),
    );
    const { posts, next } = await listPosts(GUEST, { threadId: thread.id, after, limit });
    // A removed post leaves a notice on the page, and nothing here.
    const published = posts.filter((post) => post.state === 'published');
    return {
      thread: threadDetailAnswer(thread, context.origin),
      posts: published.map((post) => postAnswer(post, context.origin)),
      next,
    };
  });
}

/** The same question put to the thread that this one was merged into: from the post on that came next here. */
async function formerAnswerPath(into: string, { id, request }: { id: string; request: Request }): Promise<string> {
  const { searchParams } = new URL(request.url);
  const after = await findFormerPage({ id, into, after: Number(searchParams.get('after') ?? 0) });
  if (after !== null) searchParams.set('after', String(after));
  const search = searchParams.toString();
  return `/api/v1/threads/${into}${search === '' ? '' : `?${search}`}`;
}
