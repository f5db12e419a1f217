import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ModeratePage } from '#app/components/moderation/moderate-page.tsx';
import { MODERATE_INTENTS, moderateWords } from '#app/components/moderation/moderate-words.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { hidePost, restorePost } from '#app/domain/moderation/hide-post.server.ts';
import { approvePost, holdPost, sendBack } from '#app/domain/moderation/holds/hold-post.server.ts';
import { listFlags } from '#app/domain/moderation/list-flags.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { moderatePostSchema } from '#app/domain/moderation/schema.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

const DECIDE = { hide: hidePost, restore: restorePost, hold: holdPost, approve: approvePost, sendBack };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'hidePost');
  const { post, thread } = await getPost(staff, { id: params['id'] ?? '', language: context.language });
  const intents = MODERATE_INTENTS[post.state];
  const intent = intents[0] ?? 'hide';
  return {
    title: translator(context.language)(moderateWords(intent)),
    intent,
    intents,
    flags: await listFlags(staff, post.id),
    excerpt: { text: post.text.slice(0, 600), language: post.language },
    back: { path: postInThreadPath(thread, post.number), title: thread.title, language: thread.language },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'hidePost');
  const id = params['id'] ?? '';
  const form = await parseForm(request, moderatePostSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await DECIDE[form.value.intent](staff, { id, reason: form.value.reason });
    // Where it stands now: a post that is released takes a new number.
    const { post, thread } = await getPost(staff, { id, language: context.language });
    return redirect(postInThreadPath(thread, post.number), 303);
  });
}

export default function ModeratePostPage() {
  const { intents, intent, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // What was asked for without its reason is what the page goes on with.
  const asked = intents.find((one) => one === answer?.typed['intent']) ?? intent;
  return <ModeratePage {...page} intent={asked} answer={answer} />;
}
