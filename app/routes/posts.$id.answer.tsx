import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AnswerPage } from '#app/components/moderation/threads/answer-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { markAnswer, unmarkAnswer } from '#app/domain/moderation/threads/mark-answer.server.ts';
import { reasonAloneSchema } from '#app/domain/moderation/threads/schema.ts';
import { chooseAnswer, hasOpened } from '#app/domain/posts/choose-answer.server.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { EXCERPT, excerptOf } from '#app/domain/posts/post-view.server.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

const nothing = z.strictObject({});
const INTENTS = ['mark', 'unmark'] as const;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { language } = context;
  const { post, thread, isStarter } = await placeOf(member, { id: params['id'] ?? '', language });
  const { answer } = await getThread(member, { id: thread.id, language });
  const intent = answer?.id === post.id ? ('unmark' as const) : ('mark' as const);
  return {
    title: translator(language)(`threadWork.${intent}Answer`),
    intent,
    needsReason: !isStarter,
    excerpt: { text: excerptOf(post.text, EXCERPT), language: post.language },
    back: { path: postInThreadPath(thread, post.number), title: thread.title, language: thread.language },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { post, thread, isStarter } = await placeOf(member, { id: params['id'] ?? '', language: context.language });
  const postId = post.id;
  const back = redirect(postInThreadPath(thread, post.number), 303);
  if (isStarter) {
    const form = await parseForm(request, nothing, { intents: INTENTS });
    return keepingText(form.typed, async () => {
      if (!form.ok) return refuseForm(form.typed, form.faults);
      await chooseAnswer(member, { postId, isAnswer: form.intent === 'mark' });
      return back;
    });
  }
  const form = await parseForm(request, reasonAloneSchema, { intents: INTENTS });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await (form.intent === 'mark' ? markAnswer : unmarkAnswer)(member, { postId, reason: form.value.reason });
    return back;
  });
}

export default function AnswerRoute() {
  return <AnswerPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** The reply, and whether the member opened its thread: staff decide as staff only in the threads of others. */
async function placeOf(member: Member, { id, language }: { id: string; language: Language }) {
  const { post, thread } = await getPost(member, { id, language });
  const isStarter = await hasOpened(member, thread.id);
  if (!isStarter) requireRight(member, 'markAnswer');
  return { post, thread, isStarter };
}
