import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SignInForm } from '#app/components/accounts/sign-in-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { signInSchema } from '#app/domain/identity/schema.ts';
import { signIn } from '#app/domain/identity/sign-in.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { WHOLE_FORM } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { returnPath } from '#app/platform/forms/return-path.ts';
import { secondFactorPath } from '#app/platform/urls.ts';
import { signedInHeaders } from './_accounts/look-cookies.server.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  const to = returnPath(request);
  if (context.viewer.kind === 'member') throw redirect(to, 303);
  return { to, title: translator(context.language)('accounts.signInTitle') };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', canonical: '/sign-in' });

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await signIn(form.value);
    if (result.kind === 'too-many') return refuseField(form.typed, WHOLE_FORM, 'faults.tooManyTries', 429);
    if (result.kind === 'refused') return refuseField(form.typed, WHOLE_FORM, 'faults.signInRefused');
    const headers = await signedInHeaders(result.session);
    const to = returnPath(request);
    return redirect(result.kind === 'second-factor' ? secondFactorPath(to) : to, { status: 303, headers });
  });
}

export default function SignInPage() {
  const { to } = useLoaderData<typeof loader>();
  return <SignInForm answer={useActionData<typeof action>()} to={to} />;
}
