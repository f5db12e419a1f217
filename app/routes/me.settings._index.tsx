import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SettingsOverview } from '#app/components/accounts/settings-overview.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { countRecoveryCodes } from '#app/domain/identity/renew-recovery-codes.server.ts';
import { dutyOf } from '#app/domain/identity/second-factor-duty.ts';
import { findFactors } from '#app/domain/identity/second-factor.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { isMailOn } from '#app/platform/mail/post-office.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const [factors, codesLeft] = await Promise.all([findFactors(member), countRecoveryCodes(member)]);
  return {
    title: translator(context.language)('security.settingsTitle'),
    hasSecondFactor: factors.kind !== 'none',
    codesLeft,
    isPasswordChanged: new URL(request.url).searchParams.has('changed'),
    isRenamed: new URL(request.url).searchParams.has('renamed'),
    duty: dutyOf(member),
    isMailOn: isMailOn(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function SettingsPage() {
  return <SettingsOverview {...useLoaderData<typeof loader>()} />;
}
