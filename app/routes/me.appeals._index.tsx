import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DecisionsPage } from '#app/components/moderation/appeals/decisions-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listDecisionsOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return { title: translator(context.language)('appeals.title'), decisions: await listDecisionsOnMe(member) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function AppealsRoute() {
  return <DecisionsPage decisions={useLoaderData<typeof loader>().decisions} />;
}
