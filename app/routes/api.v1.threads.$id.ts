import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listPosts } from '#app/domain/posts/list-posts.server.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import { answer, readQuestion } from './_api/answer.server.ts';
import { postAnswer, threadDetailAnswer } from './_api/from-views.ts';
import { threadQuestion } from './_api/questions.ts';

export function loader({ context, params, request }: LoaderFunctionArgs) {
  return answer(async () => {
    const { language = context.language, after, limit } = readQuestion({ request }, threadQuestion);
    const thread = await getThread(GUEST, { id: params['id'] ?? '', language });
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
