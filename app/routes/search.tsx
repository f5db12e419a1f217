import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { searchFeedPath } from '#app/components/saved-searches/search-feed-path.ts';
import { WatchSearch } from '#app/components/saved-searches/watch-search.tsx';
import { SearchPage, type FoundView } from '#app/components/search/search-page.tsx';
import { isAsking } from '#app/components/search/search-path.ts';
import { foundWords, searchName } from '#app/components/search/search-title.ts';
import type { Viewer } from '#app/domain/identity/viewer.ts';
import { getSearchedThread } from '#app/domain/search/get-searched-thread.server.ts';
import { hasWords } from '#app/domain/search/has-words.ts';
import { offerInstead } from '#app/domain/search/offer-instead.server.ts';
import { readSearchRequest, type SearchRequest } from '#app/domain/search/schema.ts';
import { searchThreads } from '#app/domain/search/search-threads.server.ts';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { searchedGroups } from './_search/searched-groups.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const t = translator(language);
  const { request: asked, passedOver } = readSearchRequest(new URL(request.url).searchParams);
  if (isAsking(asked)) await context.limit('search');
  const [groups, thread] = await Promise.all([
    searchedGroups(viewer, language),
    asked.thread === null ? null : getSearchedThread(viewer, asked.thread),
  ]);
  const result = isAsking(asked)
    ? await find(viewer, { ...asked, thread: thread?.id ?? asked.thread }, language)
    : null;
  const found = result === null || result === 'no-words' ? null : foundWords({ asked, total: result.total, t });
  return {
    title: found ?? searchName(asked.q, t),
    description: t('search.start'),
    asked,
    passedOver,
    thread,
    groups,
    result,
    isMember: viewer.kind === 'member',
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const { title, description, asked } = data;
  // Search engines may have the page that asks nothing: what somebody looked for is in no index.
  return pageMeta(matches, { title, description, canonical: '/search', index: !isAsking(asked), feed: feedOf(data) });
};

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

async function find(viewer: Viewer, asked: SearchRequest, language: Language): Promise<FoundView | 'no-words'> {
  if (!hasWords(asked.q)) return 'no-words';
  const { total, hits, facets, isFallback } = await searchThreads(viewer, asked, language);
  const offers = total === 0 ? await offerInstead(viewer, asked, language) : null;
  return { total, hits, isFallback, facets, offers };
}
