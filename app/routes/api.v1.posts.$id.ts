import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { answer, readQuestion } from './_api/answer.server.ts';
import { postAnswer, threadSummaryAnswer } from './_api/from-views.ts';
import { languageQuestion } from './_api/questions.ts';

export function loader({ context, params, request }: LoaderFunctionArgs) {
  return answer(async () => {
    const { language = context.language } = readQuestion({ request }, languageQuestion);
    const { post, thread } = await getPost(GUEST, { id: params['id'] ?? '', language });
    return { post: postAnswer(post, context.origin), thread: threadSummaryAnswer(thread, context.origin) };
  });
}
