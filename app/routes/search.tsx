import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { SearchPage } from '#app/components/search/search-page.tsx';
import { isAsking } from '#app/components/search/search-path.ts';
import { parseSearchRequest } from '#app/domain/search/schema.ts';
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
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, canonical: '/search', index: false }) : [];

export default function SearchRoute() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
