import type { i18n } from 'i18next';
import { en } from './en.ts';
import { FORUM_NAME } from './forum-name.ts';
import { createInstance } from './instance.ts';
import type { Language } from './languages.ts';
import { nb } from './nb.ts';

const instances: Readonly<Record<Language, i18n>> = {
  en: createInstance('en', en, FORUM_NAME),
  nb: createInstance('nb', nb, FORUM_NAME),
};

/** The instance of a language, shared by all requests: its language is never changed. */
export function i18nFor(language: Language): i18n {
  return instances[language];
}

/** Calls the forum by this name from now on, in all its words. The settings do so whenever they are read. */
export function nameForum(forum: string): void {
  for (const { options } of Object.values(instances)) {
    options.interpolation = { ...options.interpolation, defaultVariables: { forum } };
  }
}
