import { redirect, type AppLoadContext } from '@remix-run/node';
import type { z } from 'zod';
import type { ReplyBoxView } from '#app/components/compose/reply-box.tsx';
import { barOnMe } from '#app/domain/authorship/bars-on-me.server.ts';
import type { Member, Viewer } from '#app/domain/identity/viewer.ts';
import { publishReply } from '#app/domain/moderation/holds/publish.server.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { EXCERPT, excerptOf } from '#app/domain/posts/post-view.server.ts';
import { listNames } from '#app/domain/posts/list-names.server.ts';
import { replySchema } from '#app/domain/posts/schema.ts';
import type { QuoteView } from '#app/domain/posts/views.ts';
import { listEarlierDetails } from '#app/domain/privacy/earlier-details.server.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import { silentSince } from '#app/domain/threads/silence.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { now } from '#app/platform/clock.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Typed } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseBy, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireWriter } from '#app/platform/forms/require-writer.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import {
  joinPath,
  postInThreadPath,
  replyAfterMergePath,
  signInPath,
  threadPath,
  topicsAddress,
} from '#app/platform/urls.ts';
import { doneWith, draftAnswer, draftIn, draftUnder, keepAsDraft } from './draft.server.ts';
import { LOOK_FIELDS, lastLook, withoutLook, type Look } from './last-look.server.ts';
import { previewAnswer } from './preview-answer.server.ts';
import { loadWriter } from './writer.server.ts';
import { threadOrMerged } from '../_threads/thread-or-redirect.server.ts';

/** Of the thread's page: `?quote=` names the post that the reply answers. */
type ReplyBoxRequest = {
  request: Request;
  thread: ThreadView;
  quote: string | null;
  language: Language;
  wroteUnderPenName: boolean | undefined;
};

/** What stands at the end of a thread's page for this viewer. */
export async function loadReplyBox(viewer: Viewer, asked: ReplyBoxRequest): Promise<ReplyBoxView> {
  const { request, thread } = asked;
  if (thread.locked) return { kind: 'locked' };
  if (viewer.kind === 'guest') {
    const here = `${threadPath(thread)}${asked.quote === null ? '' : `?quote=${asked.quote}`}#reply`;
    return { kind: 'guest', signInPath: signInPath(here), joinPath: joinPath(here) };
  }
  const bar = await barOnMe(viewer, { threadId: thread.id, as: 'anonymous' });
  if (bar) return { kind: 'barred', reason: bar.reason, until: bar.until };
  const draft = (await draftIn(request, viewer, thread.id)) ?? (await draftUnder(viewer, thread.id));
  const [writer, quote] = await Promise.all([
    loadWriter(viewer, thread.id, asked.wroteUnderPenName),
    quoteFor(viewer, { ...asked, quote: asked.quote ?? draft?.typed['quoteOf'] ?? null }),
  ]);
  const isMoved = new URL(request.url).searchParams.has('merged');
  const since = silentSince(thread, now());
  const silence = since && { since, topic: thread.topic.slug };
  const formKey = draft?.formKey ?? newId();
  const { id: threadId, language } = thread;
  return { kind: 'member', threadId, language, writer, formKey, quote, draft, isMoved, silence };
}

/** The post to be quoted; null where it is not of this thread or not to be read: then one replies without it. */
async function quoteFor(viewer: Viewer, { thread, quote, language }: ReplyBoxRequest): Promise<QuoteView | null> {
  if (quote === null) return null;
  try {
    const { post } = await getPost(viewer, { id: quote, language });
    if (post.threadId !== thread.id || post.state !== 'published') return null;
    return {
      id: post.id,
      threadId: post.threadId,
      number: post.number,
      author: post.author,
      excerpt: excerptOf(post.text, EXCERPT),
      language: post.language,
    };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
}

/** `id`: of the thread that the form was sent to. */
type ReplyRequest = { request: Request; context: AppLoadContext; id: string };

const schema = replySchema.extend(LOOK_FIELDS);

/** The action of a thread's page: publishes the reply and goes to it, or hands the page what to show again. */
export async function replyAction({ request, context, id }: ReplyRequest) {
  const member = await requireWriter(context.viewer, { request, schema });
  const form = await parseForm(request, schema, { intents: ['publish', 'preview', 'draft'] });
  const { typed } = form;
  return keepingText(typed, async () => {
    const look = form.intent === 'publish' ? await lastLook(form, lookAt(member, { context, id, typed })) : null;
    if (look) return look;
    if (form.intent === 'publish' && form.ok) return publish(member, { context, id, typed, input: form.value });
    // Only now: what is published finds its thread by itself.
    const { thread, isMerged } = await threadOrMerged(member, { id, language: context.language });
    if (form.intent === 'draft') return draftAnswer(member, { threadId: thread.id, typed });
    if (isMerged) return goOnThere(member, thread, typed);
    if (form.ok || form.intent === 'preview') return previewAnswer(typed);
    return refuseForm(typed, form.faults);
  });
}

type Publishing = { context: AppLoadContext; id: string; typed: Typed; input: z.output<typeof schema> };

async function publish(member: Member, { context, id, typed, input }: Publishing) {
  await context.limit('post');
  const result = await publishReply(member, { threadId: id, input: withoutLook(input) });
  if (result.kind === 'refused') return refuseBy(typed, result);
  if (result.kind === 'merged') {
    return goOnThere(member, await getThread(member, { id: result.into, language: context.language }), typed);
  }
  await doneWith(member, input);
  return redirect(postInThreadPath(result.thread, result.number), 303);
}

/** What is looked for in a reply before it is published: what one has told here before counts too. */
function lookAt(member: Member, { context, id, typed }: Omit<Publishing, 'input'>): Look {
  const as = typed['as'] === 'pen-name' ? 'pen-name' : 'anonymous';
  return {
    fields: ['body'],
    async allow() {
      const { thread, isMerged } = await threadOrMerged(member, { id, language: context.language });
      if (isMerged) return null;
      return [topicsAddress(context.origin), thread.topic.name, ...(await listNames(member, id))];
    },
    earlier: (besides, allow) => listEarlierDetails(member, { threadId: id, as, besides, allow }),
  };
}

/**
 * The page of a thread that was merged away is no more, so the text goes along as a draft: in the other thread one may be somebody
 * else, and others may read. Nothing is published before its writer has seen that.
 */
async function goOnThere(member: Member, thread: { id: string; slug: string }, typed: Typed) {
  const draft = await keepAsDraft(member, { threadId: thread.id, typed });
  return redirect(replyAfterMergePath(thread, draft), 303);
}
