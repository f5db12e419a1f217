import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RecoverForm } from '#app/components/accounts/recover-form.tsx';
import { BegunAnew, Recovered } from '#app/components/accounts/recovered.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { recover } from '#app/domain/identity/recover.server.ts';
import { recoverSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { sessionCookie } from '#app/platform/cookies.server.ts';
import { arrive, hasJustArrived } from '#app/platform/forms/arrival.server.ts';
import { WHOLE_FORM } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { secondFactorPath } from '#app/platform/urls.ts';

export function loader({ context }: LoaderFunctionArgs) {
  if (context.viewer.kind === 'member' && !hasJustArrived(context)) throw redirect('/me/settings', 303);
  return { title: translator(context.language)('accounts.recoverTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', canonical: '/recover' });

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await parseForm(request, recoverSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('recover');
    const result = await recover(form.value);
    if (result.kind === 'too-many') return refuseField(form.typed, WHOLE_FORM, 'faults.tooManyTries', 429);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    if (result.isAwaiting) {
      const headers = { 'Set-Cookie': sessionCookie(result.session.token, result.session.expiresAt) };
      return redirect(secondFactorPath('/me/settings/codes'), { status: 303, headers });
    }
    // No redirect: new codes are in this one answer and nowhere else.
    const headers = await arrive(context, result.session);
    return data({ codesLeft: result.codesLeft, newCodes: result.newCodes }, { headers });
  });
}

export default function RecoverPage() {
  const answer = useActionData<typeof action>();
  if (!answer || !('codesLeft' in answer)) return <RecoverForm answer={answer} />;
  if (answer.newCodes) return <BegunAnew codes={answer.newCodes} />;
  return <Recovered codesLeft={answer.codesLeft} />;
}
