import { useTranslation } from 'react-i18next';
import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';

type Props = { answer: FormAnswer | undefined; penName: string };

export function ChangePasswordForm({ answer, penName }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="change-password">
      <h2 id="change-password">{t('me.changePassword')}</h2>
      <p>{t('me.changePasswordNote')}</p>
      <KeptForm answer={answer} action="/me/settings" order={['current', 'next']}>
        {/* For password managers alone, which look for a name beside the passwords. Nameless, so it is not sent. */}
        <input type="text" autoComplete="username" value={penName} readOnly hidden />
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
    </section>
  );
}
