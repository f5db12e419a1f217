import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { WelcomePage } from '#app/components/moderation/settings/welcome-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { findFactors } from '#app/domain/identity/second-factor.server.ts';
import { changeSettings, getSettingsForEdit } from '#app/domain/moderation/change-settings.server.ts';
import { countDemonstration, removeDemonstration } from '#app/domain/moderation/demonstration.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

const nothing = z.strictObject({});

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { settings } = await getSettingsForEdit(member);
  const [factors, demonstration] = await Promise.all([findFactors(member), countDemonstration(member)]);
  return {
    title: translator(context.language)('welcome.adminTitle'),
    name: settings.name,
    contact: settings.contact,
    isSetUp: settings.isSetUp,
    hasSecondFactor: factors.kind !== 'none',
    demonstration,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'changeSettings');
  const { intent } = await parseForm(request, nothing, { intents: ['done', 'remove-demonstration'] });
  if (intent === 'remove-demonstration') {
    await removeDemonstration(member);
    return redirect('/moderation/welcome', 303);
  }
  const { version } = await getSettingsForEdit(member);
  await changeSettings(member, { settings: { isSetUp: true }, version });
  return redirect('/moderation', 303);
}

export default function WelcomeRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <WelcomePage {...data} />;
}
