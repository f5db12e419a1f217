import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MemberPage } from '#app/components/member/member-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listPostsByPenName } from '#app/domain/posts/list-posts-by-pen-name.server.ts';
import { shownPost } from '#app/domain/posts/shown-post.ts';
import { memberPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const page = await listPostsByPenName(context.viewer, { penName: params['penName'] ?? '', after });
  const { viewer } = context;
  const canMute = viewer.kind === 'member' && viewer.penName !== page.penName;
  return { ...page, posts: page.posts.map(shownPost), canMute, isFirst: after === undefined };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.penName, canonical: memberPath(data.penName), index: false }) : [];

export default function MemberRoute() {
  return <MemberPage {...useLoaderData<typeof loader>()} />;
}
