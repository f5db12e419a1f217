import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { BackLink } from './back-link.tsx';
import { ConfirmField } from './confirm-field.tsx';
import { PasskeyField } from './passkey-field.tsx';

type Props = { answer: FormAnswer | undefined; options: object; penName: string };

export function AddPasskeyForm({ answer, options, penName }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings/second-factor">{t('security.factor')}</BackLink>
      <h1>{t('security.passkeyAdd')}</h1>
      <p className="lead">{t('security.passkeyLead')}</p>
      <p>{t('security.passkeyStores')}</p>
      <KeptForm answer={answer} order={['name', 'current']}>
        <TextField
          name="name"
          label={t('security.passkeyName')}
          hint={t('security.passkeyNameHint')}
          autoComplete="off"
          optional
        />
        <ConfirmField penName={penName} />
        <PasskeyField task="create" options={options} />
        <div className="form-actions">
          <SubmitButton>{t('security.passkeyAdd')}</SubmitButton>
        </div>
        <p className="quiet">{t('security.askPasskeyNote')}</p>
      </KeptForm>
    </div>
  );
}
