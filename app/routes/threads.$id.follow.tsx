import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { followThread, unfollowThread } from '#app/domain/following/follow-thread.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { threadPath } from '#app/platform/urls.ts';
import { threadOrMerged } from './_threads/thread-or-redirect.server.ts';

const followSchema = z.strictObject({ intent: z.enum(['follow', 'unfollow']) });

/** The button stands on the thread's page: whoever comes here otherwise is brought there. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { thread } = await threadOrMerged(context.viewer, { id: params['id'] ?? '', language: context.language });
  return redirect(threadPath(thread), 303);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, followSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither followed nor stopped following');
  const { thread } = await threadOrMerged(member, { id: params['id'] ?? '', language: context.language });
  await (form.value.intent === 'follow' ? followThread : unfollowThread)(member, thread.id);
  return redirect(`${threadPath(thread)}#follow`, 303);
}
