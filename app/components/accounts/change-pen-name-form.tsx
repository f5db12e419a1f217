import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { TextField } from '../forms/field.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { BackLink } from './back-link.tsx';
import { ConfirmField } from './confirm-field.tsx';

type Props = { penName: string; answer: FormAnswer | undefined };

/** Another pen name, and what that does and does not change. */
export function ChangePenNameForm({ penName, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('preferences.penNameTitle')}</h1>
      <p className="lead">{t('preferences.penNameLead', { penName })}</p>
      <ul className="plain-points">
        <li>{t('preferences.penNameShown')}</li>
        <li>{t('preferences.penNameGone')}</li>
        <li>{t('preferences.penNameMentioned')}</li>
      </ul>
      <KeptForm answer={answer} order={['penName', 'current']}>
        <TextField
          name="penName"
          label={t('preferences.newPenName')}
          hint={t('accounts.penNameHint')}
          autoComplete="off"
        />
        <ConfirmField penName={penName} />
        <div className="form-actions">
          <SubmitButton>{t('preferences.changePenName')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}
