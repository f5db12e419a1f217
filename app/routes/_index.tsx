import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HomePage } from '#app/components/home/home-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { findUnread } from '#app/domain/following/read-marks.server.ts';
import { listThreads } from '#app/domain/threads/list-threads.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import { countTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import { topicsInUse } from '#app/domain/topics/topics-in-use.ts';
import { translator } from '#app/i18n/translator.ts';

/** Questions shown in full. */
const LATEST = 6;
/** Threads looked through for the one last written in of each topic group. */
const LIVELY = 40;

export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const t = translator(language);
  const [groups, latest, lively] = await Promise.all([
    countTopicGroups(viewer, language),
    listThreads(viewer, { sort: 'new', guides: false, limit: LATEST, language }),
    listThreads(viewer, { sort: 'latest', limit: LIVELY, language }),
  ]);
  const latestIds = latest.threads.map(({ id }) => id);
  return {
    title: t('home.title'),
    description: t('site.description'),
    groups: topicsInUse(groups).map((group) => ({ ...group, liveliest: liveliestOf(lively.threads, group.slug) })),
    latest: latest.threads,
    unread: await findUnread(viewer, latestIds),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, description: data.description, canonical: '/' }) : [];

export default function HomeRoute() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}

function liveliestOf(threads: readonly ThreadSummary[], groupSlug: string) {
  const thread = threads.find(({ topic }) => topic.groupSlug === groupSlug);
  if (!thread) return null;
  const { id, slug, title, language } = thread;
  return { id, slug, title, language };
}
