import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { VerificationPage } from '#app/components/accounts/verification-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { LEAST_SHARING, myVerificationForPersonas } from '#app/domain/authorship/verification.server.ts';
import { getMyVerification, showMyVerification } from '#app/domain/authorship/verify-member.server.ts';
import { checkbox } from '#app/domain/threads/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

const verificationSchema = z.strictObject({ isShown: checkbox });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const [verification, forPersonas] = await Promise.all([getMyVerification(member), myVerificationForPersonas(member)]);
  if (!verification) throw new DomainError('not-found', 'They are not verified');
  return {
    title: translator(context.language)('me.verification'),
    penName: member.penName,
    isSaved: new URL(request.url).searchParams.has('saved'),
    personasMayShow: forPersonas !== null,
    leastSharing: LEAST_SHARING,
    ...verification,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, verificationSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither shown nor not');
  await showMyVerification(member, form.value.isShown);
  return redirect('/me/verification?saved', 303);
}

export default function VerificationRoute() {
  return <VerificationPage {...useLoaderData<typeof loader>()} />;
}
