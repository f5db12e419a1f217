import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SynonymsPage } from '#app/components/moderation/synonyms/synonyms-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { filterSynonymGroups } from '#app/domain/search/synonyms/filter-groups.ts';
import { listSynonymGroups } from '#app/domain/search/synonyms/workbench.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { searchParams } = new URL(request.url);
  const filter = {
    find: (searchParams.get('find') ?? '').trim(),
    lang: searchParams.get('lang') ?? '',
    changed: searchParams.has('changed'),
  };
  return {
    title: translator(context.language)('synonyms.title'),
    entries: filterSynonymGroups(await listSynonymGroups(member), filter),
    filter,
    isSaved: searchParams.has('saved'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function SynonymsRoute() {
  return <SynonymsPage {...useLoaderData<typeof loader>()} />;
}
