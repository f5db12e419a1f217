import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { TopicPage } from '#app/components/topic/topic-page.tsx';
import { isFollowingTopic } from '#app/domain/following/follow-topic.server.ts';
import { findUnread } from '#app/domain/following/read-marks.server.ts';
import { listGuides } from '#app/domain/threads/list-guides.server.ts';
import { listThreads } from '#app/domain/threads/list-threads.server.ts';
import { findMovedTopic } from '#app/domain/topics/find-moved-topic.server.ts';
import { getTopic } from '#app/domain/topics/get-topic.server.ts';
import { listTopicsBeside } from '#app/domain/topics/list-topics-beside.server.ts';
import { listMutedTopics } from '#app/domain/topics/mute-topic.server.ts';
import { topicPath } from '#app/platform/urls.ts';
import { readSort } from './_threads/read-sort.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const { search, searchParams } = new URL(request.url);
  const slug = params['slug'] ?? '';
  const movedTo = await findMovedTopic(slug);
  if (movedTo !== null) throw redirect(topicPath(movedTo) + search, 301);
  const topic = await getTopic(viewer, { slug, language });
  const perspectives = searchParams.getAll('perspective');
  const sort = readSort(searchParams.get('sort'));
  const after = searchParams.get('after') ?? undefined;
  const [{ threads, next }, others, muted, isFollowed, guides] = await Promise.all([
    listThreads(viewer, {
      topic: topic.slug,
      perspective: perspectives,
      sort,
      after,
      pinnedFirst: true,
      guides: false,
      language,
    }),
    listTopicsBeside(viewer, { slug: topic.slug, language }),
    viewer.kind === 'guest' ? null : listMutedTopics(viewer, language),
    viewer.kind === 'guest' ? null : isFollowingTopic(viewer, topic.slug),
    after === undefined ? listGuides(viewer, { topic: topic.slug, language }) : [],
  ]);
  const isMuted = muted?.some(({ slug }) => slug === topic.slug) ?? null;
  const unread = await findUnread(
    viewer,
    threads.map(({ id }) => id),
  );
  const isFirst = after === undefined;
  return { topic, others, guides, threads, unread, next, perspectives, sort, isMuted, isFollowed, isFirst };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const { topic } = data;
  return pageMeta(matches, { title: topic.name, description: topic.description, canonical: topicPath(topic.slug) });
};

export default function TopicRoute() {
  return <TopicPage {...useLoaderData<typeof loader>()} />;
}
