import type { i18n } from 'i18next';
import { en } from './en.ts';
import { createInstance } from './instance.ts';
import type { Language } from './languages.ts';
import { nb } from './nb.ts';

const instances: Readonly<Record<Language, i18n>> = { en: createInstance('en', en), nb: createInstance('nb', nb) };

/** The instance of a language, shared by all requests: its language is never changed. */
export function i18nFor(language: Language): i18n {
  return instances[language];
}
