import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { EndorsePage } from '#app/components/post/endorse-page.tsx';
import { endorsePost, getMyEndorsement, withdrawEndorsement } from '#app/domain/posts/endorse-post.server.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { EXCERPT, excerptOf } from '#app/domain/posts/post-view.server.ts';
import { endorsementSchema } from '#app/domain/posts/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { post, thread } = await getPost(member, { id: params['id'] ?? '', language: context.language });
  return {
    title: translator(context.language)('endorsements.title'),
    excerpt: { text: excerptOf(post.text, EXCERPT), language: post.language },
    back: { path: postInThreadPath(thread, post.number), title: thread.title, language: thread.language },
    mine: await getMyEndorsement(member, post.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { language } = context;
  const postId = params['id'] ?? '';
  const form = await parseForm(request, endorsementSchema, { intents: ['endorse', 'withdraw'] });
  return keepingText(form.typed, async () => {
    const { post, thread } = await getPost(member, { id: postId, language });
    if (form.intent === 'withdraw') {
      await withdrawEndorsement(member, postId);
    } else {
      if (!form.ok) return refuseForm(form.typed, form.faults);
      await context.limit('endorse');
      await endorsePost(member, { postId, chair: form.value.chair, language });
    }
    return redirect(postInThreadPath(thread, post.number), 303);
  });
}

export default function EndorseRoute() {
  return <EndorsePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
