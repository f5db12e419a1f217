import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PendingEditPage } from '#app/components/holds/pending-edit-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { withdrawPendingEdit } from '#app/domain/moderation/holds/pending-edit.server.ts';
import { getPendingEdit } from '#app/domain/moderation/holds/waiting.server.ts';
import { getPostForEdit } from '#app/domain/posts/get-post-for-edit.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { id, number, thread, asModerator } = await getPostForEdit(member, { id: params['id'] ?? '' });
  return {
    title: translator(context.language)('holds.editTitle', { number }),
    postId: id,
    isMine: !asModerator,
    edit: await getPendingEdit(member, { id }),
    back: { path: postInThreadPath(thread, number), title: thread.title, language: thread.language },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { id, number, thread } = await getPostForEdit(member, { id: params['id'] ?? '' });
  const form = await parseForm(request, z.strictObject({}), { intents: ['withdraw'] });
  if (!form.ok) throw new DomainError('bad-request', 'This form sends nothing but its button');
  await withdrawPendingEdit(member, { id });
  return redirect(postInThreadPath(thread, number), 303);
}

export default function PendingEditRoute() {
  return <PendingEditPage {...useLoaderData<typeof loader>()} />;
}
