import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { countTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import { answer, readQuestion } from './_api/answer.server.ts';
import { topicsAnswer } from './_api/from-views.ts';
import { languageQuestion } from './_api/questions.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  return answer(async () => {
    const { language = context.language } = readQuestion({ request }, languageQuestion);
    return topicsAnswer(await countTopicGroups(GUEST, language));
  });
}
