import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listThreads } from '#app/domain/threads/list-threads.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { latestFeedPath } from '#app/platform/urls.ts';
import { atomResponse } from './_feeds/atom.server.ts';
import { threadEntries } from './_feeds/thread-entries.ts';

export async function loader({ context: { language, origin } }: LoaderFunctionArgs) {
  const { threads } = await listThreads(GUEST, { sort: 'new', language });
  return atomResponse({
    title: translator(language)('home.latest'),
    language,
    origin,
    path: latestFeedPath,
    page: '/',
    entries: threadEntries(threads, language),
  });
}
