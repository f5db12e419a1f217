import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { parseSearchRequest } from '#app/domain/search/schema.ts';
import { apiSearchResult, searchThreads } from '#app/domain/search/search-threads.server.ts';
import { answer } from './_api/answer.server.ts';
import { searchAnswer } from './_api/from-views.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  return answer(async () => {
    const question = parseSearchRequest(new URL(request.url).searchParams);
    await context.limit('search');
    return searchAnswer(apiSearchResult(await searchThreads(GUEST, question)), context.origin);
  });
}
