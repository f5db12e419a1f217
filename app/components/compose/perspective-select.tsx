import { Select } from '#app/components/forms/choices.tsx';
import { PERSPECTIVES } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Where the writer speaks from in this post. */
export function PerspectiveSelect() {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices = PERSPECTIVES.map(({ slug, name }) => ({ value: slug, label: name[language] }));
  return (
    <Select
      name="perspective"
      label={t('compose.perspective')}
      hint={t('compose.perspectiveHint')}
      groups={[{ choices }]}
    />
  );
}
