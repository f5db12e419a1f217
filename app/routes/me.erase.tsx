import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { EraseAccountPage } from '#app/components/privacy/erase-account-page.tsx';
import { isLastAdministrator } from '#app/domain/identity/administrators.server.ts';
import { countMyTexts, eraseAccount } from '#app/domain/privacy/erase-account.server.ts';
import { countWaiting } from '#app/domain/privacy/persona-erasures.server.ts';
import { eraseAccountSchema } from '#app/domain/privacy/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { clearedSessionCookie } from '#app/platform/cookies.server.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('erasing.title'),
    penName: member.penName,
    texts: await countMyTexts(member),
    waiting: await countWaiting(member),
    isLastAdministrator: await isLastAdministrator(member),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, eraseAccountSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await eraseAccount(member, form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    return redirectDocument('/me/erase/done', { status: 303, headers: { 'Set-Cookie': clearedSessionCookie() } });
  });
}

export default function EraseAccountRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <EraseAccountPage {...data} answer={useActionData<typeof action>()} />;
}
