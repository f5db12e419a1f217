import { redirect, type AppLoadContext } from '@remix-run/node';
import type { ReplyBoxView } from '#app/components/compose/reply-box.tsx';
import { barOnMe } from '#app/domain/authorship/bars-on-me.server.ts';
import type { Viewer } from '#app/domain/identity/viewer.ts';
import { createReply } from '#app/domain/posts/create-reply.server.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { EXCERPT, excerptOf } from '#app/domain/posts/post-view.server.ts';
import { replySchema } from '#app/domain/posts/schema.ts';
import type { QuoteView } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { joinPath, postInThreadPath, signInPath, threadPath } from '#app/platform/urls.ts';
import { doneWith, draftAnswer, draftIn } from './draft.server.ts';
import { previewAnswer } from './preview-answer.server.ts';
import { loadWriter } from './writer.server.ts';

/** Of the thread's page: `?quote=` names the post that the reply answers. */
type ReplyBoxRequest = { request: Request; thread: ThreadView; quote: string | null; language: Language };

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
  const draft = await draftIn(request, viewer, thread.id);
  const [writer, quote] = await Promise.all([
    loadWriter(viewer, thread.id),
    quoteFor(viewer, { ...asked, quote: draft?.typed['quoteOf'] ?? asked.quote }),
  ]);
  return { kind: 'member', writer, formKey: newId(), quote, draft };
}

/** The post to be quoted; null where it is not of this thread or not to be read: then one replies without it. */
async function quoteFor(viewer: Viewer, { thread, quote, language }: ReplyBoxRequest): Promise<QuoteView | null> {
  if (quote === null) return null;
  try {
    const { post } = await getPost(viewer, { id: quote, language });
    if (post.threadId !== thread.id || post.state !== 'published') return null;
    return { id: post.id, number: post.number, author: post.author, excerpt: excerptOf(post.text, EXCERPT) };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
}

type ReplyRequest = { request: Request; context: AppLoadContext; thread: { id: string; slug: string } };

/** The action of a thread's page: publishes the reply and goes to it, or hands the page what to show again. */
export async function replyAction({ request, context, thread }: ReplyRequest) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, replySchema, { intents: ['publish', 'preview', 'draft'] });
  return keepingText(form.typed, async () => {
    if (form.intent === 'preview') return previewAnswer(form.typed);
    if (form.intent === 'draft') return draftAnswer(member, { threadId: thread.id, typed: form.typed });
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('post');
    const result = await createReply(member, { threadId: thread.id, input: form.value });
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    await doneWith(member, form.value.draft);
    return redirect(postInThreadPath(thread, result.number), 303);
  });
}
