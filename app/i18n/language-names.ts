import type { Language } from './languages.ts';

/** Each language by its own name, the same in every language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', nb: 'Norsk bokmål' };
