import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { pageMeta } from '#app/components/page-meta.ts';
import { GonePage } from '#app/components/privacy/gone-page.tsx';
import { translator } from '#app/i18n/translator.ts';

/** Where somebody ends up who has left. They are a guest now, and nothing on the page says who they were. */
export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.language)('erasing.doneTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function GoneRoute() {
  return <GonePage />;
}
