import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { signInPath } from '#app/platform/urls.ts';

type Props = { answer: FormAnswer | undefined; to: string };

/** A pen name and a password: all that an account is made of. */
export function JoinForm({ answer, to }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('accounts.joinTitle')}</h1>
      <p className="lead">{t('accounts.joinLead')}</p>
      <KeptForm answer={answer} order={['penName', 'password']}>
        <TextField
          name="penName"
          label={t('accounts.penName')}
          hint={t('accounts.penNameHint')}
          autoComplete="username"
        />
        <TextField
          name="password"
          type="password"
          label={t('accounts.password')}
          hint={t('accounts.newPasswordHint')}
          autoComplete="new-password"
        />
        <p className="form-note">
          {t('accounts.joinRules')} <a href="/guidelines">{t('site.groundRules')}</a>
        </p>
        <div className="form-actions">
          <SubmitButton>{t('accounts.join')}</SubmitButton>
        </div>
      </KeptForm>
      <p>
        {t('accounts.haveAccount')} <a href={signInPath(to)}>{t('site.signIn')}</a>
      </p>
    </div>
  );
}
