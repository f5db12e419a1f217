import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OverviewPage } from '#app/components/moderation/queue/overview-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { dutyOf } from '#app/domain/identity/second-factor-duty.ts';
import { countQueue } from '#app/domain/moderation/queue/count-queue.server.ts';
import { may } from '#app/domain/moderation/rights.ts';
import { getSettings } from '#app/domain/settings/settings.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('queue.workbench'),
    counts: await countQueue(member),
    can: { editTopics: may(member, 'editTopics'), changeSettings: may(member, 'changeSettings') },
    isNew: may(member, 'changeSettings') && !(await getSettings()).isSetUp,
    duty: dutyOf(member),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function ModerationRoute() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
