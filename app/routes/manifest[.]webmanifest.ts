import type { LoaderFunctionArgs } from '@remix-run/node';
import { settingsAtHand } from '#app/domain/settings/settings.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { PAPER } from '#app/platform/theme.ts';

/** What a device calls the forum, and the picture it shows, where somebody keeps it beside their programs. */
export async function loader({ context: { language } }: LoaderFunctionArgs) {
  const { name } = await settingsAtHand();
  const manifest = {
    id: '/',
    scope: '/',
    name,
    short_name: name,
    description: translator(language)('site.description'),
    lang: language,
    start_url: '/',
    display: 'browser',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
}
