import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { keepOut } from '#app/domain/posts/keep-out.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { threadPath } from '#app/platform/urls.ts';
import { threadOrMerged } from './_threads/thread-or-redirect.server.ts';

const schema = z.strictObject({ intent: z.enum(['keep-out', 'let-in']) });

/** The form stands on the page where the opening post is edited. */
export { leadToThread as loader } from './_threads/lead-to-thread.server.ts';

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither kept out nor let in');
  const { thread } = await threadOrMerged(member, { id: params['id'] ?? '', language: context.language });
  await keepOut(member, { threadId: thread.id, isKeptOut: form.value.intent === 'keep-out' });
  return redirect(threadPath(thread), 303);
}
