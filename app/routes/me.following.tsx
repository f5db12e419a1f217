import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FollowingPage } from '#app/components/following/following-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listAttention } from '#app/domain/following/list-attention.server.ts';
import { listFollowedTopics } from '#app/domain/following/topic-news.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { language } = context;
  const [threads, topics] = await Promise.all([listAttention(member, language), listFollowedTopics(member, language)]);
  return { title: translator(language)('following.title'), ...threads, topics };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function FollowingRoute() {
  const { followed, muted, topics } = useLoaderData<typeof loader>();
  return <FollowingPage followed={followed} muted={muted} topics={topics} />;
}
