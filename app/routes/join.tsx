import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { JoinForm } from '#app/components/accounts/join-form.tsx';
import { RecoveryCodes } from '#app/components/accounts/recovery-codes.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { join } from '#app/domain/identity/join.server.ts';
import { joinSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { arrive, hasJustArrived } from '#app/platform/forms/arrival.server.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { returnPath } from '#app/platform/forms/return-path.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  const to = returnPath(request);
  if (context.viewer.kind === 'member' && !hasJustArrived(context)) throw redirect(to, 303);
  return { to, title: translator(context.language)('accounts.joinTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', canonical: '/join' });

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await parseForm(request, joinSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-up');
    const result = await join(form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault, 409);
    // No redirect: the codes are in this one answer and nowhere else.
    const headers = await arrive(context, result.session);
    return data({ penName: form.value.penName, recoveryCodes: result.recoveryCodes }, { headers });
  });
}

export default function JoinPage() {
  const { to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'recoveryCodes' in answer) {
    return <RecoveryCodes penName={answer.penName} codes={answer.recoveryCodes} to={to} />;
  }
  return <JoinForm answer={answer} to={to} />;
}
