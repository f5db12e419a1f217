import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DraftsPage, type DraftLine } from '#app/components/drafts/drafts-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { dropDraft, listDrafts, type Draft } from '#app/domain/posts/drafts.server.ts';
import { EXCERPT, excerptOf } from '#app/domain/posts/post-view.server.ts';
import { isLanguage, type Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { newThreadFromDraftPath, newThreadPath, replyFromDraftPath } from '#app/platform/urls.ts';
import { threadOrMerged } from './_threads/thread-or-redirect.server.ts';

const throwAwaySchema = z.strictObject({
  draft: z.coerce.number().int().min(0),
  /** The topic of the form for a new thread that it was thrown away over, and that one stays at; '' for none. */
  newThreadIn: z.string().max(100).optional(),
});

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const drafts = await listDrafts(member);
  return {
    title: translator(context.language)('drafts.title'),
    drafts: await Promise.all(drafts.map((draft) => lineOf(member, draft, context.language))),
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, throwAwaySchema);
  if (!form.ok) throw new DomainError('bad-request', 'No draft has that number');
  const { draft, newThreadIn } = form.value;
  await dropDraft(member, draft);
  return redirect(newThreadIn === undefined ? '/me/drafts' : newThreadPath(newThreadIn || undefined), 303);
}

export default function DraftsRoute() {
  return <DraftsPage {...useLoaderData<typeof loader>()} />;
}

async function lineOf(member: Member, draft: Draft, language: Language): Promise<DraftLine> {
  const { number, typed, savedAt, threadId } = draft;
  const writtenIn = isLanguage(typed['language']) ? typed['language'] : language;
  const line = { number, savedAt, title: typed['title'] ?? '', excerpt: excerptOf(typed['body'] ?? '', EXCERPT) };
  if (threadId === null) {
    return { ...line, language: writtenIn, place: { kind: 'new' }, path: newThreadFromDraftPath(number) };
  }
  const thread = await threadIfThere(member, { id: threadId, language });
  if (!thread) return { ...line, language: writtenIn, place: { kind: 'gone' }, path: null };
  const place = { kind: 'reply', title: thread.title, language: thread.language } as const;
  return { ...line, language: thread.language, place, path: replyFromDraftPath(thread, number) };
}

async function threadIfThere(member: Member, thread: { id: string; language: Language }) {
  try {
    return (await threadOrMerged(member, thread)).thread;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
}
