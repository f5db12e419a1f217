import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { searchFeedPath } from '#app/components/saved-searches/search-feed-path.ts';
import { WatchSearch } from '#app/components/saved-searches/watch-search.tsx';
import { SearchPage } from '#app/components/search/search-page.tsx';
import { isAsking } from '#app/components/search/search-path.ts';
import { parseSearchRequest, type SearchRequest } from '#app/domain/search/schema.ts';
import { searchThreads } from '#app/domain/search/search-threads.server.ts';
import { listTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import { translator } from '#app/i18n/translator.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const t = translator(language);
  const asked = parseSearchRequest(new URL(request.url).searchParams);
  if (isAsking(asked)) await context.limit('search');
  const [groups, result] = await Promise.all([
    listTopicGroups(viewer, language),
    isAsking(asked) ? searchThreads(viewer, asked, language) : null,
  ]);
  return {
    title: asked.q === '' ? t('search.heading') : t('search.titleFor', { q: asked.q }),
    asked,
    groups: groups.map(({ slug, name, topics }) => ({
      slug,
      name,
      topics: topics.map((topic) => ({ slug: topic.slug, name: topic.name })),
    })),
    result: result && { total: result.total, page: result.page, hits: result.hits },
    isMember: viewer.kind === 'member',
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, canonical: '/search', index: false, feed: feedOf(data) }) : [];

export default function SearchRoute() {
  const { isMember, isSaved, ...page } = useLoaderData<typeof loader>();
  return (
    <SearchPage {...page}>
      {isFound(page) && <WatchSearch asked={page.asked} isMember={isMember} isSaved={isSaved} />}
    </SearchPage>
  );
}

type Found = { asked: SearchRequest; result: unknown };

/** Whether there was something to look for, so that one may want to hear what is new. */
function isFound({ asked, result }: Found): boolean {
  return asked.q.trim() !== '' && typeof result === 'object' && result !== null;
}

function feedOf(page: Found): { path: string; title: string } | undefined {
  return isFound(page) ? { path: searchFeedPath(page.asked), title: page.asked.q.trim() } : undefined;
}
