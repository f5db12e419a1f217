import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';

/** In again with one of the codes, and a new password at once. */
export function RecoverForm({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('accounts.recoverTitle')}</h1>
      <p className="lead">{t('accounts.recoverLead')}</p>
      <KeptForm answer={answer} order={['penName', 'code', 'password']}>
        <TextField name="penName" label={t('accounts.penName')} autoComplete="username" />
        <TextField name="code" label={t('accounts.code')} hint={t('accounts.codeHint')} autoComplete="off" />
        <TextField
          name="password"
          type="password"
          label={t('accounts.newPassword')}
          hint={t('accounts.newPasswordHint')}
          autoComplete="new-password"
        />
        <div className="form-actions">
          <SubmitButton>{t('accounts.recover')}</SubmitButton>
        </div>
      </KeptForm>
      <section className="without-codes" aria-labelledby="without-codes">
        <p className="quiet">{t('accounts.secondFactorToo')}</p>
        <h2 id="without-codes">{t('accounts.withoutCodesTitle')}</h2>
        <p>{t('accounts.noCodes')}</p>
        <p>{t('accounts.withoutCodesLead')}</p>
        <ul>
          <li>{t('accounts.lostPosts')}</li>
          <li>{t('accounts.lostPrivate')}</li>
          <li>{t('accounts.lostFactor')}</li>
        </ul>
      </section>
    </div>
  );
}
