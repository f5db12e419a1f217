import { Select } from '#app/components/forms/choices.tsx';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import { useTextOf } from '#app/components/forms/use-text-of.ts';
import { isLanguage, LANGUAGES, type Language } from '#app/i18n/languages.ts';
import { LANGUAGE_NAMES } from '#app/i18n/language-names.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The language a thread is written in. */
export function LanguageSelect() {
  const { t } = useTranslation();
  const choices = LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }));
  return <Select name="language" label={t('compose.language')} groups={[{ choices }]} />;
}

/** The language that is chosen in the form around it, as it changes: browsers check the spelling of its fields by it. */
export function useWrittenLanguage(): Language {
  const language = useLanguage();
  const { id, text } = useKeptField('language');
  const chosen = useTextOf(id, text);
  return isLanguage(chosen) ? chosen : language;
}
