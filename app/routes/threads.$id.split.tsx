import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SplitPage } from '#app/components/moderation/threads/split-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { getThreadAtWork, listRepliesToSplit } from '#app/domain/moderation/threads/get-thread-at-work.server.ts';
import { chosenIn, splitSchema } from '#app/domain/moderation/threads/schema.ts';
import { splitThread } from '#app/domain/moderation/threads/split-thread.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { threadPath, threadSplitPath } from '#app/platform/urls.ts';
import { threadOrRedirect } from './_threads/thread-or-redirect.server.ts';
import { topicChoices } from './_threads/topic-choices.server.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'splitThread');
  const { language } = context;
  const {
    id,
    title,
    topic,
    language: writtenIn,
  } = await threadOrRedirect(staff, { id: params['id'] ?? '', language }, (into) => threadSplitPath(into.id));
  const [replies, topics] = await Promise.all([listRepliesToSplit(staff, id), topicChoices(staff, language)]);
  const heading = translator(language)('threadWork.splitTitle', { title });
  return { title: heading, thread: { id, title, language: writtenIn, topic: { slug: topic.slug } }, replies, topics };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'splitThread');
  const { id } = await threadOrRedirect(staff, { id: params['id'] ?? '', language: context.language }, (into) =>
    threadSplitPath(into.id),
  );
  const { lastNumber } = await getThreadAtWork(staff, id);
  const form = await parseForm(request, splitSchema(lastNumber));
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const { title, topic, reason } = form.value;
    const result = await splitThread(staff, { id, numbers: chosenIn(form.value), title, topic, reason });
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    return redirect(threadPath(result.thread), 303);
  });
}

export default function SplitThreadRoute() {
  return <SplitPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
