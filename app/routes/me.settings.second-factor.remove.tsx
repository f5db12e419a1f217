import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { RemoveFactorForm, type RemovedFactor } from '#app/components/accounts/remove-factor-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { removeFactor } from '#app/domain/identity/remove-factor.server.ts';
import { removeFactorSchema } from '#app/domain/identity/schema.ts';
import { findFactors, type FoundFactors } from '#app/domain/identity/second-factor.server.ts';
import { isStaff } from '#app/domain/identity/viewer.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const t = translator(context.language);
  const which = new URL(request.url).searchParams.get('which') ?? '';
  const factor = removable(await findFactors(member), which, t);
  if (!factor) throw new DomainError('not-found', 'The member has no such second factor');
  return {
    title: t('security.removeTitle', { name: factor.name }),
    factor,
    isStaff: isStaff(member),
    penName: member.penName,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, removeFactorSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await removeFactor(member, form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    return redirect('/me/settings/second-factor?removed', 303);
  });
}

export default function RemoveFactorPage() {
  return <RemoveFactorForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

function removable(found: FoundFactors, which: string, t: TFunction): RemovedFactor | null {
  if (found.kind === 'unreadable') return { which, name: t('security.factor'), isLast: true };
  if (found.kind === 'none') return null;
  const { totp, passkeys } = found.factors;
  const isLast = passkeys.length + (totp ? 1 : 0) === 1;
  if (which === 'totp') return totp && { which, name: t('security.appTitle'), isLast };
  const index = passkeys.findIndex(({ id }) => id === which);
  const passkey = passkeys[index];
  return passkey ? { which, name: passkey.name || t('security.passkeyUnnamed', { number: index + 1 }), isLast } : null;
}
