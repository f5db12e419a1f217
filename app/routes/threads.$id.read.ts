import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { markReadTo } from '#app/domain/following/read-marks.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath, threadPath } from '#app/platform/urls.ts';
import { threadOrMerged } from './_threads/thread-or-redirect.server.ts';

/** The number of the last post that was read. */
const schema = z.strictObject({
  to: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** The button stands on the thread's page. */
export { leadToThread as loader } from './_threads/lead-to-thread.server.ts';

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'Not the number of a post');
  const asked = params['id'] ?? '';
  const { thread } = await threadOrMerged(member, { id: asked, language: context.language });
  // The numbers of a thread that was merged meanwhile are no longer those of a page that still shows it.
  if (thread.id !== asked) return redirect(threadPath(thread), 303);
  await markReadTo(member, { threadId: thread.id, number: form.value.to });
  return redirect(postInThreadPath(thread, form.value.to), 303);
}
