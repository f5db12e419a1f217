import { LANGUAGE_NAMES } from '#app/i18n/language-names.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer, Typed } from '#app/platform/forms/faults.ts';
import { TEXT_SIZES } from '#app/platform/theme.ts';
import { Checkbox, RadioGroup } from '../forms/choices.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { Notice } from '../notice.tsx';
import { BackLink } from './back-link.tsx';

type Props = { typed: Typed; languages: readonly Language[]; isSaved: boolean; answer: FormAnswer | undefined };

/** How a member wants the forum to be for them; nobody else sees it. */
export function PreferencesPage({ typed, languages, isSaved, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('preferences.title')}</h1>
      <p className="lead">{t('preferences.lead')}</p>
      {isSaved && !answer && (
        <Notice kind="done">
          <p>{t('preferences.saved')}</p>
        </Notice>
      )}
      <KeptForm
        answer={answer}
        defaults={answer ? {} : typed}
        order={['language', 'theme', 'textSize', 'readMarks', 'shortcuts']}
      >
        <RadioGroup
          name="language"
          legend={t('preferences.language')}
          choices={[
            { value: 'browser', label: t('preferences.languageOfBrowser') },
            ...languages.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
          ]}
        />
        <RadioGroup
          name="theme"
          legend={t('site.theme')}
          choices={[
            { value: 'system', label: t('site.themeSystem') },
            { value: 'light', label: t('site.themeLight') },
            { value: 'dark', label: t('site.themeDark') },
          ]}
        />
        <RadioGroup
          name="textSize"
          legend={t('site.textSize')}
          choices={TEXT_SIZES.map((size) => ({ value: size, label: t(`site.textSizes.${size}`) }))}
        />
        <Checkbox name="readMarks" label={t('preferences.readMarks')} hint={t('preferences.readMarksHint')} />
        <Checkbox name="shortcuts" label={t('preferences.shortcuts')} hint={t('preferences.shortcutsHint')} />
        <div className="form-actions">
          <SubmitButton>{t('preferences.save')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}
