import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { WelcomePage } from '#app/components/moderation/settings/welcome-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { findFactors } from '#app/domain/identity/second-factor.server.ts';
import { changeSettings, getSettingsForEdit } from '#app/domain/moderation/change-settings.server.ts';
import { countDemonstration, removeDemonstration } from '#app/domain/moderation/demonstration.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { actOnGroup, listAllTopics, type WorkbenchGroup } from '#app/domain/moderation/topics/workbench.server.ts';
import { optionalText } from '#app/domain/threads/schema.ts';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** `group`: the id of the one to be left out, or brought back. */
const schema = z.strictObject({ group: optionalText(32).optional() });
const INTENTS = ['done', 'remove-demonstration', 'retire', 'reuse'] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { settings } = await getSettingsForEdit(member);
  const [factors, demonstration, groups] = await Promise.all([
    findFactors(member),
    countDemonstration(member),
    listAllTopics(member),
  ]);
  return {
    title: translator(context.language)('welcome.adminTitle'),
    name: settings.name,
    contact: settings.contact,
    isSetUp: settings.isSetUp,
    hasSecondFactor: factors.kind !== 'none',
    demonstration,
    groups: groups.filter(({ topics }) => topics.length > 0).map((group) => startingGroup(group, context.language)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'changeSettings');
  const { intent, typed } = await parseForm(request, schema, { intents: INTENTS });
  if (intent === 'retire' || intent === 'reuse') {
    await actOnGroup(member, { id: typed['group'] ?? '', act: intent });
    return redirect('/moderation/welcome#topics', 303);
  }
  if (intent === 'remove-demonstration') {
    await removeDemonstration(member);
    return redirect('/moderation/welcome', 303);
  }
  const { version } = await getSettingsForEdit(member);
  await changeSettings(member, { settings: { isSetUp: true }, version });
  return redirect('/moderation', 303);
}

function startingGroup({ id, texts, topics }: WorkbenchGroup, language: Language) {
  const inUse = topics.filter(({ isRetired }) => !isRetired).length;
  return { id, name: texts[language].name, topics: topics.length, inUse };
}

export default function WelcomeRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <WelcomePage {...data} />;
}
