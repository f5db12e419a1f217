import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FollowingPage } from '#app/components/following/following-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listAttention } from '#app/domain/following/list-attention.server.ts';
import { listFollowedByMail } from '#app/domain/following/mail/mail-follow.server.ts';
import { findUnread } from '#app/domain/following/read-marks.server.ts';
import { listFollowedTopics } from '#app/domain/following/topic-news.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { language } = context;
  const [threads, topics, byMail] = await Promise.all([
    listAttention(member, language),
    listFollowedTopics(member, language),
    listFollowedByMail(member),
  ]);
  const unread = await findUnread(
    member,
    threads.followed.map(({ id }) => id),
  );
  return { title: translator(language)('following.title'), ...threads, unread, topics, byMail };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function FollowingRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <FollowingPage {...data} />;
}
