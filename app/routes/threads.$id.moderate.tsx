import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ThreadWorkPage } from '#app/components/moderation/threads/thread-work-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { getThreadAtWork } from '#app/domain/moderation/threads/get-thread-at-work.server.ts';
import { isWorkAct } from '#app/domain/moderation/threads/work-acts.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { threadModeratePath, threadPath } from '#app/platform/urls.ts';
import { threadOrMerged, threadOrRedirect } from './_threads/thread-or-redirect.server.ts';
import { topicChoices } from './_threads/topic-choices.server.ts';
import { WORK } from './_threads/work.server.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'lockThread');
  const { language } = context;
  const thread = await threadOrRedirect(staff, { id: params['id'] ?? '', language }, ({ id }) =>
    threadModeratePath(id),
  );
  const { searchParams } = new URL(request.url);
  const [work, topics] = await Promise.all([getThreadAtWork(staff, thread.id), topicChoices(staff, language)]);
  return {
    title: translator(language)('threadWork.title'),
    thread,
    work,
    topics,
    asked: searchParams.get('act'),
    isDone: isWorkAct(searchParams.get('done')),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', about: data?.thread.title, index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'lockThread');
  const id = params['id'] ?? '';
  const asked = new URL(request.url).searchParams.get('act');
  // The short form on the thread's own page names no act: it locks and unlocks, and goes back there.
  const answer = await WORK[isWorkAct(asked) ? asked : 'lock'](request, staff, id);
  if (asked !== null || !(answer instanceof Response)) return answer;
  const { thread } = await threadOrMerged(staff, { id, language: context.language });
  return redirect(threadPath(thread), 303);
}

export default function ThreadWorkRoute() {
  const { asked, title: _, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const act = answer?.typed['act'] ?? asked;
  const open = isWorkAct(act) ? act : null;
  return <ThreadWorkPage {...view} open={open} answer={answer} />;
}
