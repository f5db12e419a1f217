import type { i18n } from 'i18next';
import type { Catalogue } from './catalogue.ts';
import { FORUM_NAME } from './forum-name.ts';
import { createInstance } from './instance.ts';
import type { Language } from './languages.ts';

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  nb: async () => (await import('./nb.ts')).nb,
};

/** The instance of a language in the browser, which fetches the words of that language alone; the page's head has the forum's name. */
export async function loadI18n(language: Language): Promise<i18n> {
  const name = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content;
  return createInstance(language, await catalogues[language](), name ?? FORUM_NAME);
}
