import i18next, { type i18n } from 'i18next';
import type { Catalogue } from './catalogue.ts';
import type { Language } from './languages.ts';
import { rememberWords } from './remember-words.ts';

/**
 * A ready i18next instance of one language. Its words are at hand: nothing is loaded, and it is ready when this returns. `forum` is
 * the forum's name, which its words hold as `{{forum}}`.
 */
export function createInstance(language: Language, words: Catalogue, forum: string): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: words } },
    initImmediate: false,
    // React escapes what it prints; escaping twice would show.
    interpolation: { escapeValue: false, defaultVariables: { forum } },
  });
  rememberWords(instance);
  return instance;
}
