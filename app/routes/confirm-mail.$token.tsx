import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MailLinkPage } from '#app/components/mail/mail-link-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { confirmMail } from '#app/domain/following/mail/mail-link.server.ts';
import { translator } from '#app/i18n/translator.ts';

/** A page with a button: programs that look at the links in a mail confirm nothing by it. */
export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.language)('mail.confirmTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ params }: ActionFunctionArgs) {
  return { isDone: await confirmMail(params['token'] ?? '') };
}

export default function ConfirmMailRoute() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <MailLinkPage kind="confirm" title={title} outcome={answer ? (answer.isDone ? 'done' : 'old') : null} />;
}
