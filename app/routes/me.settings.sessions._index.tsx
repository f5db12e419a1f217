import {
  redirect,
  redirectDocument,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SessionList } from '#app/components/accounts/session-list.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from '#app/domain/identity/own-sessions.server.ts';
import { endSessionSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { clearedSessionCookie } from '#app/platform/cookies.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { searchParams } = new URL(request.url);
  const sessions = await listOwnSessions(member);
  return {
    title: translator(context.language)('security.sessions'),
    sessions: sessions.map(({ signedInOn, ...session }) => ({
      ...session,
      began: signedInOn === null ? null : new Date(signedInOn),
    })),
    ended: searchParams.has('ended') ? ('one' as const) : searchParams.has('others') ? ('others' as const) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, endSessionSchema, { intents: ['end', 'end-others'] });
  const session = form.ok ? form.value.session : undefined;
  // No page of ours sends this: there is nothing in it to be mended.
  if (!form.ok || (form.intent === 'end') !== (session !== undefined)) {
    throw new DomainError('bad-request', 'The form does not say which session to end');
  }
  if (session === undefined) {
    await endOtherSessions(member);
    return redirect('/me/settings/sessions?others', 303);
  }
  if ((await endOwnSession(member, session)) === 'another') return redirect('/me/settings/sessions?ended', 303);
  return redirectDocument('/', { status: 303, headers: { 'Set-Cookie': clearedSessionCookie() } });
}

export default function SessionsPage() {
  return <SessionList {...useLoaderData<typeof loader>()} />;
}
