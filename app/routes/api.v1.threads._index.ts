import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listThreads } from '#app/domain/threads/list-threads.server.ts';
import { answer, readQuestion } from './_api/answer.server.ts';
import { threadSummaryAnswer } from './_api/from-views.ts';
import { threadsQuestion } from './_api/questions.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  return answer(async () => {
    const { language = context.language, ...question } = readQuestion({ request }, threadsQuestion);
    const { threads, next } = await listThreads(GUEST, { ...question, language });
    return { threads: threads.map((thread) => threadSummaryAnswer(thread, context.origin)), next };
  });
}
