import { PROFESSIONS } from '#app/domain/moderation/members/professions.ts';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { RadioGroup, Select } from '../../forms/choices.tsx';

/** As what somebody is verified, and in which language they practise. */
export function ProfessionFields({
  professionLabel,
  languageLabel,
}: {
  professionLabel: string;
  languageLabel: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Select
        name="profession"
        label={professionLabel}
        placeholder={t('memberWork.choose')}
        groups={[
          {
            choices: PROFESSIONS.map((slug) => ({ value: slug, label: perspectiveOf(slug)?.name[language] ?? slug })),
          },
        ]}
      />
      <RadioGroup
        name="language"
        legend={languageLabel}
        isPreset={false}
        choices={LANGUAGES.map((value) => ({ value, label: t(`memberWork.languages.${value}`) }))}
      />
    </>
  );
}
