import type { LoaderFunctionArgs } from '@remix-run/node';
import { getSettings } from '#app/domain/settings/settings.server.ts';
import { answer } from './_api/answer.server.ts';
import { openApi } from './_api/openapi.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return answer(async () => openApi({ origin: context.origin, forumName: (await getSettings()).name }));
}
