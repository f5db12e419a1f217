import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangePenNameForm } from '#app/components/accounts/change-pen-name-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { changePenName } from '#app/domain/identity/change-pen-name.server.ts';
import { changePenNameSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  const { penName } = requireMember(context.viewer, request);
  return { title: translator(context.language)('preferences.penNameTitle'), penName };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, changePenNameSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await changePenName(member, form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    return redirect('/me/settings?renamed', 303);
  });
}

export default function PenNameRoute() {
  const { penName } = useLoaderData<typeof loader>();
  return <ChangePenNameForm penName={penName} answer={useActionData<typeof action>()} />;
}
