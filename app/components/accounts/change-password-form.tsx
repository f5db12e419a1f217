import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { BackLink } from './back-link.tsx';
import { UserNameForManagers } from './confirm-field.tsx';

type Props = { answer: FormAnswer | undefined; penName: string };

export function ChangePasswordForm({ answer, penName }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('me.changePassword')}</h1>
      <p className="lead">{t('me.changePasswordNote')}</p>
      <KeptForm answer={answer} order={['current', 'next']}>
        <UserNameForManagers penName={penName} />
        <TextField name="current" type="password" label={t('me.currentPassword')} autoComplete="current-password" />
        <TextField
          name="next"
          type="password"
          label={t('accounts.newPassword')}
          hint={t('accounts.newPasswordHint')}
          autoComplete="new-password"
        />
        <div className="form-actions">
          <SubmitButton>{t('me.changePassword')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}
