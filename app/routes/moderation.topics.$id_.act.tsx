import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { topicActSchema } from '#app/domain/moderation/topics/schema.ts';
import { actOnTopic } from '#app/domain/moderation/topics/workbench.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { editTopicPath } from '#app/platform/urls.ts';

/** The buttons stand on the workbench's pages: whoever comes here otherwise is brought there. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(editTopicPath(params['id'] ?? ''), 303);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'editTopics');
  const form = await parseForm(request, topicActSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Nothing that is done to a topic');
  await actOnTopic(member, { id: params['id'] ?? '', act: form.value });
  return redirect('/moderation/topics?saved', 303);
}

export default function ActOnTopicRoute() {
  return null;
}
