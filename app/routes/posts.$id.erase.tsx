import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { ErasePostPage } from '#app/components/privacy/erase-post-page.tsx';
import { erasePost, getPostToErase, type PostToErase } from '#app/domain/privacy/erase-post.server.ts';
import { erasePostSchema } from '#app/domain/privacy/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const post = await getPostToErase(member, { id: params['id'] ?? '' });
  const { number, thread } = post;
  if (post.isErased) throw redirect(pathAfter(post), 303);
  const t = translator(context.language);
  return {
    title: t('erasing.postTitle', { number }),
    number,
    excerpt: { text: post.excerpt, language: post.language },
    back: {
      path: pathAfter(post),
      ...(thread === null || thread.title === '' ? { title: t('me.threads'), language: context.language } : thread),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const id = params['id'] ?? '';
  const form = await parseForm(request, erasePostSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await erasePost(member, { id });
    return redirect(pathAfter(await getPostToErase(member, { id })), 303);
  });
}

/** The post's place in its thread, or the list of one's threads where the thread is no longer to be seen. */
function pathAfter({ thread, number }: PostToErase): string {
  return thread ? postInThreadPath(thread, number) : '/me/threads';
}

export default function ErasePostRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <ErasePostPage {...data} answer={useActionData<typeof action>()} />;
}
