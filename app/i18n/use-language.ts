import { useTranslation } from './use-translation.tsx';
import { isLanguage, type Language } from './languages.ts';

/** The language the page is shown in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}
