import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MembersPage } from '#app/components/moderation/members/members-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { findMembers } from '#app/domain/moderation/members/find-members.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** Longer than any pen name: what is beyond is not looked for. */
const LONGEST_NAME = 60;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const name = (new URL(request.url).searchParams.get('name') ?? '').trim().slice(0, LONGEST_NAME);
  return {
    title: translator(context.language)('memberWork.title'),
    name,
    ...(await findMembers(member, name)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function MembersRoute() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
