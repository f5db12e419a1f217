import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FlagPage } from '#app/components/moderation/flag-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { flagPost, getMyFlag, withdrawFlag } from '#app/domain/moderation/flag-post.server.ts';
import { flagSchema } from '#app/domain/moderation/schema.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { EXCERPT, excerptOf } from '#app/domain/posts/post-view.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postFlagPath, postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { post, thread } = await getPost(member, { id: params['id'] ?? '', language: context.language });
  return {
    title: translator(context.language)('flags.title'),
    excerpt: { text: excerptOf(post.text, EXCERPT), language: post.language },
    back: { path: postInThreadPath(thread, post.number), title: thread.title, language: thread.language },
    mine: await getMyFlag(member, post.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const postId = params['id'] ?? '';
  const form = await parseForm(request, flagSchema, { intents: ['flag', 'withdraw'] });
  return keepingText(form.typed, async () => {
    if (form.intent === 'withdraw') {
      await withdrawFlag(member, postId);
    } else {
      if (!form.ok) return refuseForm(form.typed, form.faults);
      await context.limit('flag');
      await flagPost(member, { postId, input: form.value });
    }
    return redirect(postFlagPath(postId), 303);
  });
}

export default function FlagRoute() {
  return <FlagPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
