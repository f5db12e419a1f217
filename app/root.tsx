import serifFont from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import sansFont from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import enhancementScript from 'virtual:enhancement-script';
import { ErrorHead } from '#app/components/error-head.tsx';
import { ErrorPage } from '#app/components/error-page.tsx';
import { SiteFooter } from '#app/components/site/site-footer.tsx';
import { SiteHeader } from '#app/components/site/site-header.tsx';
import { SkipLink } from '#app/components/site/skip-link.tsx';
import { countInbox } from '#app/domain/following/count-inbox.server.ts';
import { preferencesOf } from '#app/domain/identity/preferences/preferences.server.ts';
import { isStaff } from '#app/domain/identity/viewer.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { PAPER, type Theme } from '#app/platform/theme.ts';
import stylesheet from '#app/styles/index.css?url';

/** Where the header is whole and the page's own part begins. */
const CONTENT = 'content';

export const links: LinksFunction = () => [
  { rel: 'preload', href: serifFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: sansFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

/** What the frame of every page needs to know. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer, language, theme, textSize, forum, origin, nonce } = context;
  return {
    member:
      viewer.kind === 'member'
        ? { penName: viewer.penName, isStaff: isStaff(viewer), news: await countInbox(viewer) }
        : null,
    language,
    theme,
    textSize,
    shortcuts: (await preferencesOf(viewer))?.shortcuts ?? true,
    forum,
    origin,
    // A guest's page holds nothing that changes from one answer to the next, or it could not be kept.
    nonce: viewer.kind === 'member' ? nonce : null,
    enhancementScript,
  };
}

export type RootData = Awaited<ReturnType<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  // Null, not undefined, where nothing has been thrown.
  const error = useRouteError() ?? undefined;
  const frame = useRouteLoaderData<typeof loader>('root');
  const theme = frame?.theme ?? 'system';
  const textSize = frame?.textSize ?? 'normal';
  return (
    <html
      lang={language}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
      {...(textSize === 'normal' ? {} : { 'data-text-size': textSize })}
      {...(frame?.shortcuts === false ? { 'data-shortcuts': 'off' } : {})}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <ThemeColor theme={theme} />
        {frame && <meta name="application-name" content={frame.forum.name} />}
        {error === undefined ? <Meta /> : <ErrorHead error={error} />}
        <Links />
        {/* Half a header is not drawn: what stands at its end would push along what comes before. */}
        <link rel="expect" href={`#${CONTENT}`} blocking="render" />
        {frame && frame.enhancementScript !== '' && <script type="module" src={frame.enhancementScript} />}
      </head>
      <body>
        <SkipLink />
        <SiteHeader member={frame?.member ?? null} languages={frame?.forum.languages ?? LANGUAGES} />
        <main id={CONTENT} tabIndex={-1}>
          {children}
        </main>
        <SiteFooter theme={theme} textSize={textSize} forum={frame?.forum ?? null} />
        {frame?.member && (
          <>
            <ScrollRestoration {...withNonce(frame.nonce)} />
            <Scripts {...withNonce(frame.nonce)} />
          </>
        )}
      </body>
    </html>
  );
}

/** What a browser draws around the page. */
function ThemeColor({ theme }: { theme: Theme }) {
  if (theme !== 'system') return <meta name="theme-color" content={PAPER[theme]} />;
  return (
    <>
      <meta name="theme-color" content={PAPER.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={PAPER.dark} media="(prefers-color-scheme: dark)" />
    </>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}

// Browsers hide a nonce from scripts, so that hydration would find an empty one in its place.
function withNonce(nonce: string | null) {
  return { nonce: nonce ?? '', suppressHydrationWarning: true };
}
