import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangePasswordForm } from '#app/components/accounts/change-password-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { changePassword } from '#app/domain/identity/change-password.server.ts';
import { changePasswordSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { sessionCookie } from '#app/platform/cookies.server.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  const { penName } = requireMember(context.viewer, request);
  return { title: translator(context.language)('me.changePassword'), penName };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, changePasswordSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await changePassword(member, form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    const headers = { 'Set-Cookie': sessionCookie(result.session.token, result.session.expiresAt) };
    return redirect('/me/settings?changed', { status: 303, headers });
  });
}

export default function ChangePasswordPage() {
  const { penName } = useLoaderData<typeof loader>();
  return <ChangePasswordForm answer={useActionData<typeof action>()} penName={penName} />;
}
