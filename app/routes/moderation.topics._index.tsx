import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TopicsPage } from '#app/components/moderation/topics/topics-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listAllTopics, type WorkbenchTopic } from '#app/domain/moderation/topics/workbench.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const groups = await listAllTopics(member);
  const line = ({ id, slug, texts, isRetired, threads }: WorkbenchTopic) => {
    return { id, slug, name: texts[context.language].name, isRetired, threads };
  };
  return {
    title: translator(context.language)('workbench.title'),
    groups: groups.map((group) => ({ ...line(group), topics: group.topics.map(line) })),
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function TopicsRoute() {
  return <TopicsPage {...useLoaderData<typeof loader>()} />;
}
