import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OPENING_FIELDS } from '#app/components/compose/opening-fields.tsx';
import { EditPage } from '#app/components/editing/edit-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { editAnyPost } from '#app/domain/moderation/edit-any-post.server.ts';
import { editOwnPost } from '#app/domain/moderation/holds/edit-own-post.server.ts';
import { getPendingEdit } from '#app/domain/moderation/holds/waiting.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { getPostForEdit, type PostForEdit } from '#app/domain/posts/get-post-for-edit.server.ts';
import { lookOver } from '#app/domain/privacy/identifying/look-over.ts';
import { listNames } from '#app/domain/posts/list-names.server.ts';
import { editOpeningSchema, editReplySchema } from '#app/domain/posts/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseBy, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { requireWriter } from '#app/platform/forms/require-writer.server.ts';
import { postInThreadPath, topicsAddress } from '#app/platform/urls.ts';
import { LOOK_FIELDS, lastLook, withoutLook, type Look } from './_compose/last-look.server.ts';
import { previewAnswer } from './_compose/preview-answer.server.ts';
import { staleAnswer } from './_compose/stale-answer.server.ts';

const openingSchema = editOpeningSchema.extend(LOOK_FIELDS);
const replySchema = editReplySchema.extend(LOOK_FIELDS);

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
  const member = await requireWriter(context.viewer, { request, schema: openingSchema });
  const post = await getPostForEdit(member, { id: params['id'] ?? '' });
  const form = await parseForm(request, post.opening ? openingSchema : replySchema, {
    intents: ['publish', 'preview'],
  });
  return keepingText(form.typed, async () => {
    if (form.intent === 'preview') return previewAnswer(form.typed);
    const look = post.asModerator ? null : await lastLook(form, lookAt(member, { post, origin: context.origin }));
    if (look) return look;
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const edit = post.asModerator ? editAnyPost : editOwnPost;
    const result = await edit(member, { id: post.id, input: withoutLook(form.value) });
    if (result.kind === 'refused') return refuseBy(form.typed, result);
    if (result.kind === 'stale') return staleAnswer(form.typed, result.current);
    return redirect(postInThreadPath(post.thread, post.number), 303);
  });
}

/** What is looked for in a changed post: what stands in it already was looked at then. */
function lookAt(member: Member, { post, origin }: { post: PostForEdit; origin: string }): Look {
  const { body, opening, thread } = post;
  return {
    fields: OPENING_FIELDS,
    known: lookOver({ ...opening, body }, OPENING_FIELDS),
    allow: async () => [topicsAddress(origin), ...(await listNames(member, thread.id))],
  };
}

export default function EditPostPage() {
  const { post, pending } = useLoaderData<typeof loader>();
  return <EditPage post={post} pending={pending} answer={useActionData<typeof action>()} />;
}
