import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LogPage } from '#app/components/moderation/log/log-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listActions } from '#app/domain/moderation/log/list-actions.server.ts';
import { LOG_KINDS, PUBLIC_KINDS } from '#app/domain/moderation/log/log-kinds.ts';
import { parseLogRequest } from '#app/domain/moderation/log/schema.ts';
import { may } from '#app/domain/moderation/rights.ts';
import { translator } from '#app/i18n/translator.ts';
import { moderationLogPath } from '#app/platform/urls.ts';

export async function loader({ context: { viewer, language }, request }: LoaderFunctionArgs) {
  const { after, ...view } = parseLogRequest(new URL(request.url).searchParams);
  const isStaff = may(viewer, 'seeStaffLog');
  return {
    ...(await listActions(viewer, { ...view, after })),
    title: translator(language)('log.title'),
    isFirst: after === undefined,
    view,
    kinds: isStaff ? LOG_KINDS : PUBLIC_KINDS,
    isStaff,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', canonical: moderationLogPath, index: false });

export default function ModerationLogRoute() {
  return <LogPage {...useLoaderData<typeof loader>()} />;
}
