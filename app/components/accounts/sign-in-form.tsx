import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { joinPath } from '#app/platform/urls.ts';

type Props = { answer: FormAnswer | undefined; to: string };

export function SignInForm({ answer, to }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('accounts.signInTitle')}</h1>
      <KeptForm answer={answer} order={['penName', 'password']}>
        <TextField name="penName" label={t('accounts.penName')} autoComplete="username" />
        <TextField name="password" type="password" label={t('accounts.password')} autoComplete="current-password" />
        <div className="form-actions">
          <SubmitButton>{t('site.signIn')}</SubmitButton>
        </div>
      </KeptForm>
      <p>
        {t('accounts.noAccount')} <a href={joinPath(to)}>{t('accounts.join')}</a>
      </p>
      <p>
        {t('accounts.forgotten')} <a href="/recover">{t('accounts.recoverLink')}</a>
      </p>
    </div>
  );
}
