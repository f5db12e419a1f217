import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PreferencesPage } from '#app/components/accounts/preferences-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { preferencesFormSchema, typedOfPreferences } from '#app/domain/identity/preferences/form.ts';
import { changePreferences, getPreferences } from '#app/domain/identity/preferences/preferences.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { lookCookies } from './_accounts/look-cookies.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('preferences.title'),
    typed: typedOfPreferences(await getPreferences(member)),
    languages: context.forum.languages,
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, preferencesFormSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const headers = new Headers();
    for (const cookie of lookCookies(await changePreferences(member, form.value))) headers.append('Set-Cookie', cookie);
    headers.set('X-Remix-Reload-Document', 'true');
    return redirect('/me/settings/preferences?saved', { status: 303, headers });
  });
}

export default function PreferencesRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <PreferencesPage {...data} answer={useActionData<typeof action>()} />;
}
