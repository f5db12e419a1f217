import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NameSessionForm } from '#app/components/accounts/name-session-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listOwnSessions, nameOwnSession } from '#app/domain/identity/own-sessions.server.ts';
import { nameSessionSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const session = (await listOwnSessions(member)).find(({ id }) => id === params['id']);
  if (!session) throw new DomainError('not-found', 'The member has no such session');
  return { title: translator(context.language)('security.giveName'), name: session.name ?? '' };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, nameSessionSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await nameOwnSession(member, { id: params['id'] ?? '', name: form.value.name });
    return redirect('/me/settings/sessions', 303);
  });
}

export default function NameSessionPage() {
  const { name } = useLoaderData<typeof loader>();
  return <NameSessionForm answer={useActionData<typeof action>()} name={name} />;
}
