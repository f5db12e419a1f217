import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ModeratePage } from '#app/components/moderation/moderate-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { lockThread, unlockThread } from '#app/domain/moderation/lock-thread.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { moderateThreadSchema } from '#app/domain/moderation/schema.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { threadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'lockThread');
  const thread = await getThread(staff, { id: params['id'] ?? '', language: context.language });
  const intent = thread.locked ? ('unlock' as const) : ('lock' as const);
  return {
    title: translator(context.language)(`moderation.${intent}`),
    intent,
    excerpt: thread.question ?? thread.title,
    back: { path: threadPath(thread), title: thread.title },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'lockThread');
  const id = params['id'] ?? '';
  const form = await parseForm(request, moderateThreadSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const thread = await getThread(staff, { id, language: context.language });
    const decide = form.value.intent === 'lock' ? lockThread : unlockThread;
    await decide(staff, { id, reason: form.value.reason });
    return redirect(threadPath(thread), 303);
  });
}

export default function ModerateThreadPage() {
  return <ModeratePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
