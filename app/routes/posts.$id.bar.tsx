import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BarPage } from '#app/components/moderation/bar-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { barAuthor, getBarOnAuthor, liftBar } from '#app/domain/moderation/bar-author.server.ts';
import { listFlags } from '#app/domain/moderation/list-flags.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { barSchema } from '#app/domain/moderation/schema.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'seeBar');
  const { post, thread } = await getPost(staff, { id: params['id'] ?? '', language: context.language });
  const [bar, flags] = await Promise.all([getBarOnAuthor(staff, post.id), listFlags(staff, post.id)]);
  return {
    title: translator(context.language)(bar ? 'moderation.unbar' : 'moderation.bar'),
    name: post.author.name,
    bar,
    flags,
    excerpt: post.text.slice(0, 600),
    back: { path: postInThreadPath(thread, post.number), title: thread.title },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'barAuthor');
  const postId = params['id'] ?? '';
  const form = await parseForm(request, barSchema, { intents: ['bar', 'unbar'] });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const { length, reason } = form.value;
    const { post, thread } = await getPost(staff, { id: postId, language: context.language });
    if (form.intent === 'bar') await barAuthor(staff, { postId, length, reason });
    else await liftBar(staff, { postId, reason });
    return redirect(postInThreadPath(thread, post.number), 303);
  });
}

export default function BarRoute() {
  return <BarPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
