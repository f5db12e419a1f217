import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ShowSecondFactor } from '#app/components/accounts/show-second-factor.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { readAwaiting, type Awaiting } from '#app/domain/identity/awaiting-session.server.ts';
import { passkeyRequest } from '#app/domain/identity/passkeys.server.ts';
import { usableFactors } from '#app/domain/identity/second-factor.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { readCookies } from '#app/platform/cookies.server.ts';
import { returnPath } from '#app/platform/forms/return-path.ts';
import { signInPath } from '#app/platform/urls.ts';
import { showSecondFactor } from './_accounts/show-second-factor.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const to = returnPath(request);
  if (context.viewer.kind === 'member') throw redirect(to, 303);
  const awaiting = await requireAwaiting(request);
  const factors = await usableFactors(awaiting);
  return {
    title: translator(context.language)('security.askTitle'),
    penName: awaiting.penName,
    hasApp: factors.totp !== null,
    passkey: await passkeyRequest(awaiting, factors, context.origin),
    to,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

/** A guest's page by its looks, and yet one's own. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function action({ context, request }: ActionFunctionArgs) {
  return showSecondFactor(await requireAwaiting(request), { context, request });
}

export default function SecondFactorStep() {
  return <ShowSecondFactor {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** Who has come here without the first step, or too slowly, begins anew. */
async function requireAwaiting(request: Request): Promise<Awaiting> {
  const { sessionToken } = readCookies(request.headers.get('Cookie') ?? undefined);
  const awaiting = sessionToken === undefined ? null : await readAwaiting(sessionToken);
  if (!awaiting) throw redirect(signInPath(returnPath(request)), 303);
  return awaiting;
}
