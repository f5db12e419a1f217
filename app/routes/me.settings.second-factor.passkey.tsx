import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AddPasskeyForm } from '#app/components/accounts/add-passkey-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { addPasskey, passkeyCreation } from '#app/domain/identity/passkeys.server.ts';
import { addPasskeySchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import type { Faults, Typed } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('security.passkeyAdd'),
    options: await passkeyCreation(member, context.origin),
    penName: member.penName,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, addPasskeySchema);
  const typed: Typed = { name: form.typed['name'] ?? '' };
  return keepingText(typed, async () => {
    if (!form.ok) return refuseForm(typed, faultsOfFields(form.faults));
    await context.limit('sign-in');
    const result = await addPasskey(member, form.value, context.origin);
    if (result.kind === 'refused') return refuseField(typed, result.field, result.fault);
    return redirect('/me/settings/second-factor?added', 303);
  });
}

/** The browser is not asked for a passkey before the fields are filled in: then these are what to mend. */
function faultsOfFields(faults: Faults): Faults {
  const { response: _, ...others } = faults;
  return Object.keys(others).length > 0 ? others : faults;
}

export default function AddPasskeyPage() {
  const { options, penName } = useLoaderData<typeof loader>();
  return <AddPasskeyForm answer={useActionData<typeof action>()} options={options} penName={penName} />;
}
