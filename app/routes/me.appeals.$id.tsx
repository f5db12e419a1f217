import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '#app/components/moderation/appeals/ask-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { askAgain } from '#app/domain/moderation/appeals/ask-again.server.ts';
import { getDecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { appealSchema } from '#app/domain/moderation/appeals/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { decisionPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const decision = await getDecisionOnMe(member, params['id'] ?? '');
  return { title: translator(context.language)(`appeals.kinds.${decision.kind}`), decision };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const actionId = params['id'] ?? '';
  const form = await parseForm(request, appealSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('flag');
    await askAgain(member, { actionId, text: form.value.text });
    return redirect(decisionPath(actionId), 303);
  });
}

export default function AskAgainRoute() {
  return <AskPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
