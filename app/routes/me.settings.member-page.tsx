import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PublicFactsForm } from '#app/components/accounts/public-facts-form.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { changePublicFacts, getPublicFacts } from '#app/domain/identity/public-facts.server.ts';
import { checkbox } from '#app/domain/threads/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { memberPath } from '#app/platform/urls.ts';

const schema = z.strictObject({ showsSince: checkbox, showsCounts: checkbox });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('preferences.memberPageTitle'),
    penName: member.penName,
    facts: await getPublicFacts(member),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, schema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await changePublicFacts(member, form.value);
    return redirect(memberPath(member.penName), 303);
  });
}

export default function MemberPageSettingsRoute() {
  const { penName, facts } = useLoaderData<typeof loader>();
  return <PublicFactsForm penName={penName} facts={facts} answer={useActionData<typeof action>()} />;
}
