import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { pageMeta } from '#app/components/page-meta.ts';
import { ExportPage } from '#app/components/privacy/export-page.tsx';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  requireMember(context.viewer, request);
  return { title: translator(context.language)('erasing.exportTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function ExportRoute() {
  return <ExportPage />;
}
