import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HelpNowPage } from '#app/components/help/help-now-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { isCountryCode, likelyCountry } from '#app/i18n/helplines.ts';
import { translator } from '#app/i18n/translator.ts';
import { standingText } from './_pages/standing-text.server.ts';

/** Asks no database: the host makes this page also when there is none (`forum.server.ts`). */
export function loader({ context: { language }, request }: LoaderFunctionArgs) {
  const chosen = new URL(request.url).searchParams.get('country');
  const t = translator(language);
  return {
    title: t('help.title'),
    description: t('help.lead'),
    html: standingText('help-now', language).html,
    country: chosen === null ? likelyCountry(request.headers.get('accept-language'), language) : readCountry(chosen),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, description: data.description, canonical: '/help-now' }) : [];

export default function HelpNowRoute() {
  const { country, html } = useLoaderData<typeof loader>();
  return <HelpNowPage country={country} html={html} />;
}

/** What is no country of ours is one elsewhere: this page never answers with an error. */
function readCountry(text: string) {
  return isCountryCode(text) ? text : null;
}
