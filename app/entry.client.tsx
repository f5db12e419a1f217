import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nProvider } from './i18n/use-translation.tsx';
import { loadI18n } from './i18n/load-i18n.client.ts';
import { isLanguage } from './i18n/languages.ts';

/** Only members' pages carry this script; guests' pages are plain HTML (docs/decisions/010-guest-pages.md). */
async function hydrate(): Promise<void> {
  const { lang } = document.documentElement;
  const i18n = await loadI18n(isLanguage(lang) ? lang : 'en');
  await decodeData();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <RemixBrowser />
        </I18nProvider>
      </StrictMode>,
    );
  });
}

/**
 * RemixBrowser suspends until the page's data is decoded; at the root, where React 18 gives up for good when somebody types
 * or clicks meanwhile ("Root did not complete"). Called ahead of its time it throws what it waits for.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    await (thrown as Promise<void>);
  }
}

void hydrate();
