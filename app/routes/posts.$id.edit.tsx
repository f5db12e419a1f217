import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EditPage } from '#app/components/editing/edit-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { editAnyPost } from '#app/domain/moderation/edit-any-post.server.ts';
import { editOwnPost } from '#app/domain/moderation/holds/edit-own-post.server.ts';
import { getPendingEdit } from '#app/domain/moderation/holds/waiting.server.ts';
import { getPostForEdit } from '#app/domain/posts/get-post-for-edit.server.ts';
import { editOpeningSchema, editReplySchema } from '#app/domain/posts/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseBy, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { requireWriter } from '#app/platform/forms/require-writer.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';
import { previewAnswer } from './_compose/preview-answer.server.ts';
import { staleAnswer } from './_compose/stale-answer.server.ts';

export { keepText as clientAction } from '#app/components/compose/keep-text.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const post = await getPostForEdit(member, { id: params['id'] ?? '' });
  const pending = post.asModerator ? null : await getPendingEdit(member, { id: post.id });
  return { title: translator(context.language)('editing.title', { number: post.number }), post, pending };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  // The schema of an opening has the fields of a reply's too.
  const member = await requireWriter(context.viewer, { request, schema: editOpeningSchema });
  const post = await getPostForEdit(member, { id: params['id'] ?? '' });
  const schema = post.opening ? editOpeningSchema : editReplySchema;
  const form = await parseForm(request, schema, { intents: ['publish', 'preview'] });
  return keepingText(form.typed, async () => {
    if (form.intent === 'preview') return previewAnswer(form.typed);
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const edit = post.asModerator ? editAnyPost : editOwnPost;
    const result = await edit(member, { id: post.id, input: form.value });
    if (result.kind === 'refused') return refuseBy(form.typed, result);
    if (result.kind === 'stale') return staleAnswer(form.typed, result.current);
    return redirect(postInThreadPath(post.thread, post.number), 303);
  });
}

export default function EditPostPage() {
  const { post, pending } = useLoaderData<typeof loader>();
  return <EditPage post={post} pending={pending} answer={useActionData<typeof action>()} />;
}
