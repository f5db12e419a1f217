import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { BackLink } from './back-link.tsx';

type Props = { answer: FormAnswer | undefined; name: string };

export function NameSessionForm({ answer, name }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings/sessions">{t('security.sessions')}</BackLink>
      <h1>{t('security.giveName')}</h1>
      <KeptForm answer={answer} defaults={{ name }} order={['name']}>
        <TextField
          name="name"
          label={t('security.sessionName')}
          hint={t('security.sessionNameHint')}
          autoComplete="off"
          optional
        />
        <div className="form-actions">
          <SubmitButton>{t('security.saveName')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}
