import { LANGUAGE_NAMES } from '#app/i18n/language-names.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { CLOSING_DAYS, FORUM_TEXTS, MOST_LINKS } from '#app/domain/settings/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer, Typed } from '#app/platform/forms/faults.ts';
import { Checkbox, RadioGroup } from '../../forms/choices.tsx';
import { TextField } from '../../forms/field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { Notice } from '../../notice.tsx';

type Props = {
  typed: Typed;
  /** Of the settings as they are now. */
  version: string;
  isSaved: boolean;
  answer: FormAnswer | undefined;
};

/** What administrators choose for the whole forum. */
export function SettingsPage({ typed, version, isSaved, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href="/moderation">{t('queue.workbench')}</a>
      </p>
      <h1>{t('forumSettings.title')}</h1>
      <p className="lead">{t('forumSettings.lead')}</p>
      {isSaved && !answer && (
        <Notice kind="done">
          <p>{t('forumSettings.saved')}</p>
        </Notice>
      )}
      <KeptForm
        answer={answer}
        defaults={answer ? {} : typed}
        order={['name', 'contact', 'languages', 'holdNewcomers', 'newcomerLinks', 'closeAfterDays']}
      >
        <input type="hidden" name="version" value={version} />
        <AboutForum />
        <fieldset className="fields">
          <legend>{t('forumSettings.newcomers')}</legend>
          <Checkbox
            name="holdNewcomers"
            label={t('forumSettings.holdNewcomers')}
            hint={t('forumSettings.holdNewcomersHint')}
          />
          <TextField
            name="newcomerLinks"
            label={t('forumSettings.newcomerLinks')}
            hint={t('forumSettings.newcomerLinksHint', { max: MOST_LINKS })}
            inputMode="numeric"
            autoComplete="off"
          />
        </fieldset>
        <fieldset className="fields">
          <legend>{t('forumSettings.threads')}</legend>
          <TextField
            name="closeAfterDays"
            label={t('forumSettings.closeAfterDays')}
            hint={t('forumSettings.closeAfterDaysHint', CLOSING_DAYS)}
            inputMode="numeric"
            autoComplete="off"
            optional
          />
        </fieldset>
        <div className="form-actions">
          <SubmitButton>{t('forumSettings.save')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}

function AboutForum() {
  const { t } = useTranslation();
  return (
    <fieldset className="fields">
      <legend>{t('forumSettings.forum')}</legend>
      <TextField
        name="name"
        label={t('forumSettings.name')}
        hint={t('forumSettings.nameHint', { max: FORUM_TEXTS.name })}
        autoComplete="off"
      />
      <TextField
        name="contact"
        label={t('forumSettings.contact')}
        hint={t('forumSettings.contactHint')}
        autoComplete="off"
        optional
      />
      <RadioGroup
        name="languages"
        legend={t('forumSettings.languages')}
        hint={t('forumSettings.languagesHint')}
        choices={[
          { value: 'all', label: t('forumSettings.languagesAll') },
          ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
        ]}
      />
    </fieldset>
  );
}
