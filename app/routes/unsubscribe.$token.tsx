import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MailLinkPage } from '#app/components/mail/mail-link-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { endMailBy } from '#app/domain/following/mail/mail-link.server.ts';
import { translator } from '#app/i18n/translator.ts';

/** Looks nothing up: whether a token is one can be learned from nobody's page. */
export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.language)('mail.endTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

/** The button's form, or a mail program's one press (RFC 8058): whatever stands in it, and without going anywhere else. */
export async function action({ params }: ActionFunctionArgs) {
  await endMailBy(params['token'] ?? '');
  return { isDone: true };
}

export default function UnsubscribeRoute() {
  const { title } = useLoaderData<typeof loader>();
  return <MailLinkPage kind="end" title={title} outcome={useActionData<typeof action>() ? 'done' : null} />;
}
