import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { InboxPage } from '#app/components/following/inbox-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { markAsRead, readInbox } from '#app/domain/following/inbox.server.ts';
import { optionalText } from '#app/domain/threads/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** `thread` is left out to mark everything. */
const markSchema = z.strictObject({ thread: optionalText(32) });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const items = await readInbox(member, { language: context.language });
  return { title: translator(context.language)('following.inbox'), items };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, markSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Nothing that could be marked as read');
  await markAsRead(member, form.value.thread);
  return redirect('/inbox', 303);
}

export default function InboxRoute() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
