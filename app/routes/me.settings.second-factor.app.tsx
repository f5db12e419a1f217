import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AddAppForm } from '#app/components/accounts/add-app-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { addTotp, offerTotp, reopenOffer } from '#app/domain/identity/add-totp.server.ts';
import { addTotpSchema } from '#app/domain/identity/schema.ts';
import { usableFactors } from '#app/domain/identity/second-factor.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('security.appTitle'),
    offer: offerTotp(member),
    replaces: (await usableFactors(member)).totp !== null,
    penName: member.penName,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, addTotpSchema);
  const refused = await keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await addTotp(member, form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    throw redirect('/me/settings/second-factor?added', 303);
  });
  return withSameOffer(member, refused);
}

/** The key that is in the member's app by now is shown again, as long as it can still be confirmed. */
function withSameOffer(member: Member, refused: ReturnType<typeof refuseForm>) {
  const offer = reopenOffer(member, refused.data.typed['pending'] ?? '');
  return data({ ...refused.data, offer }, refused.init ?? {});
}

export default function AddAppPage() {
  const { offer, replaces, penName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AddAppForm answer={answer} offer={answer?.offer ?? offer} replaces={replaces} penName={penName} />;
}
