import type { LoaderFunctionArgs } from '@remix-run/node';
import { answer } from './_api/answer.server.ts';
import { openApi } from './_api/openapi.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return answer(async () => openApi(context.origin));
}
