import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ThreadsPage } from '#app/components/lists/threads-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { findUnread } from '#app/domain/following/read-marks.server.ts';
import { listThreads } from '#app/domain/threads/list-threads.server.ts';
import { listMutedTopics } from '#app/domain/topics/mute-topic.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { threadsPath } from '#app/platform/urls.ts';
import { readSort } from './_threads/read-sort.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const t = translator(language);
  const { searchParams } = new URL(request.url);
  const perspectives = searchParams.getAll('perspective');
  const sort = readSort(searchParams.get('sort'));
  const after = searchParams.get('after') ?? undefined;
  const isMember = viewer.kind !== 'guest';
  const [{ threads, next }, muted] = await Promise.all([
    listThreads(viewer, { perspective: perspectives, sort, after, language }),
    isMember ? listMutedTopics(viewer, language) : [],
  ]);
  const unread = await findUnread(
    viewer,
    threads.map(({ id }) => id),
  );
  return {
    title: t('lists.title'),
    description: t('lists.lead'),
    list: { threads, unread, next, perspectives, sort, isFirst: after === undefined, isMember },
    isWithoutMuted: muted.length > 0,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, description: data.description, canonical: threadsPath }) : [];

export default function ThreadsRoute() {
  const { list, isWithoutMuted } = useLoaderData<typeof loader>();
  return <ThreadsPage {...list} isWithoutMuted={isWithoutMuted} />;
}
