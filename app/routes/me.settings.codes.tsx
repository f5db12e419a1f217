import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NewCodes, RenewCodes } from '#app/components/accounts/renew-codes.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { countRecoveryCodes, renewRecoveryCodes } from '#app/domain/identity/renew-recovery-codes.server.ts';
import { confirmSchema } from '#app/domain/identity/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('security.codesTitle'),
    codesLeft: await countRecoveryCodes(member),
    penName: member.penName,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, confirmSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('sign-in');
    const result = await renewRecoveryCodes(member, form.value);
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    // No redirect: the codes are in this one answer and nowhere else.
    return data({ codes: result.codes });
  });
}

export default function CodesPage() {
  const { codesLeft, penName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'codes' in answer) return <NewCodes codes={answer.codes} />;
  return <RenewCodes answer={answer} codesLeft={codesLeft} penName={penName} />;
}
