import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MeOverview } from '#app/components/accounts/me-overview.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { getMyVerification } from '#app/domain/authorship/verify-member.server.ts';
import { dutyOf } from '#app/domain/identity/second-factor-duty.ts';
import { isStaff } from '#app/domain/identity/viewer.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('me.title'),
    penName: member.penName,
    role: isStaff(member) ? member.role : null,
    duty: dutyOf(member),
    isVerified: (await getMyVerification(member)) !== null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function MePage() {
  return <MeOverview {...useLoaderData<typeof loader>()} />;
}
