import type { TFunction } from 'i18next';
import { i18nFor } from './i18n.ts';
import type { Language } from './languages.ts';

/** Translates outside React (titles, feeds, error messages): the same words that components get. */
export function translator(language: Language): TFunction {
  return i18nFor(language).t;
}
