import { useTranslation } from 'react-i18next';
import { Select } from '#app/components/forms/choices.tsx';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { LANGUAGE_NAMES } from '#app/i18n/language-names.ts';

/** The language a thread is written in. */
export function LanguageSelect() {
  const { t } = useTranslation();
  const choices = LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }));
  return <Select name="language" label={t('compose.language')} groups={[{ choices }]} />;
}
