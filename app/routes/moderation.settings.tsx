import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SettingsPage } from '#app/components/moderation/settings/settings-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { changeSettings, getSettingsForEdit } from '#app/domain/moderation/change-settings.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { settingsFormSchema, typedOfSettings } from '#app/domain/moderation/settings-schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { settings, version } = await getSettingsForEdit(requireMember(context.viewer, request));
  return {
    title: translator(context.language)('forumSettings.title'),
    typed: typedOfSettings(settings),
    version,
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

/** After a refusal too: the next attempt is made on what another has saved meanwhile. */
export const shouldRevalidate = (): boolean => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'changeSettings');
  const form = await parseForm(request, settingsFormSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const { version, ...settings } = form.value;
    await changeSettings(member, { settings, version });
    return redirect('/moderation/settings?saved', 303);
  });
}

export default function SettingsRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <SettingsPage {...data} answer={useActionData<typeof action>()} />;
}
