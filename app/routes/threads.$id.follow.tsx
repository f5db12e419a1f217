import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { followThread, leaveAlone, muteThread } from '#app/domain/following/follow-thread.server.ts';
import { followByMail, stopMailAbout } from '#app/domain/following/mail/mail-follow.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { safePath, threadPath } from '#app/platform/urls.ts';
import { threadOrMerged } from './_threads/thread-or-redirect.server.ts';

const ACTS = {
  follow: followThread,
  unfollow: leaveAlone,
  mute: muteThread,
  unmute: leaveAlone,
  mail: followByMail,
  unmail: stopMailAbout,
} as const;

const followSchema = z.strictObject({
  intent: z.enum(['follow', 'unfollow', 'mute', 'unmute', 'mail', 'unmail']),
  to: z.string().max(500).optional(),
});

/** The button stands on the thread's page: whoever comes here otherwise is brought there. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { thread } = await threadOrMerged(context.viewer, { id: params['id'] ?? '', language: context.language });
  return redirect(threadPath(thread), 303);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, followSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither followed nor kept quiet');
  const { thread } = await threadOrMerged(member, { id: params['id'] ?? '', language: context.language });
  await ACTS[form.value.intent](member, thread.id);
  return redirect(safePath(form.value.to, `${threadPath(thread)}#follow`), 303);
}
