import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SecondFactorOverview } from '#app/components/accounts/second-factor-overview.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { dutyOf } from '#app/domain/identity/second-factor-duty.ts';
import { findFactors, NO_FACTORS } from '#app/domain/identity/second-factor.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const found = await findFactors(member);
  const { totp, passkeys } = found.kind === 'found' ? found.factors : NO_FACTORS;
  const { searchParams } = new URL(request.url);
  return {
    title: translator(context.language)('security.factor'),
    factors: {
      hasApp: totp !== null,
      passkeys: passkeys.map(({ id, name }) => ({ id, name })),
      isUnreadable: found.kind === 'unreadable',
    },
    done: searchParams.has('added') ? ('added' as const) : searchParams.has('removed') ? ('removed' as const) : null,
    duty: dutyOf(member),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function SecondFactorPage() {
  return <SecondFactorOverview {...useLoaderData<typeof loader>()} />;
}
