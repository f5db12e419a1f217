import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { undoSchema } from '#app/domain/moderation/queue/many-schema.ts';
import { undoBatch } from '#app/domain/moderation/queue/undo-batch.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** Takes back what one decision on many did. */
export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'decideInQueue');
  const form = await parseForm(request, undoSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Nothing that could be undone');
  const reason = translator(context.language)('queue.undoReason');
  const undone = await undoBatch(member, { batchId: form.value.batch, reason });
  return redirect(`/moderation/queue?undone=${undone}`, 303);
}

export const loader = () => redirect('/moderation/queue');
