import { ErrorSummary } from '#app/components/forms/error-summary.tsx';
import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { WHOLE_FORM, type FormAnswer } from '#app/platform/forms/faults.ts';
import { showFactorPath, signInPath } from '#app/platform/urls.ts';
import { PasskeyField } from './passkey-field.tsx';

type Props = {
  answer: FormAnswer | undefined;
  penName: string;
  hasApp: boolean;
  /** What the browser needs to ask for a passkey; null where the account has none. */
  passkey: object | null;
  to: string;
};

/** The second step of signing in: each way of showing the second factor has a form of its own. */
export function ShowSecondFactor({ answer, penName, hasApp, passkey, to }: Props) {
  const { t } = useTranslation();
  const whole = answer?.faults[WHOLE_FORM];
  const isAlone = !hasApp && passkey === null;
  return (
    <div className="page page-narrow sections">
      <h1>{t('security.askTitle')}</h1>
      <p className="lead">{t('security.askLead', { name: penName })}</p>
      {whole && <ErrorSummary faults={{ [WHOLE_FORM]: whole }} order={[]} />}
      {isAlone && (
        <Notice kind="warning">
          <p>{t('security.askRecoveryOnly')}</p>
        </Notice>
      )}
      {hasApp && <AppCodeForm answer={ofField(answer, 'code')} to={to} />}
      {passkey && <PasskeyForm answer={ofField(answer, 'response')} options={passkey} to={to} isFirst={!hasApp} />}
      <RecoveryForm answer={ofField(answer, 'recoveryCode')} to={to} isOpen={isAlone} />
      <p className="quiet">
        {t('security.askTime')} <a href={signInPath(to)}>{t('security.askAgain')}</a>
      </p>
    </div>
  );
}

type FormProps = { answer: FormAnswer | undefined; to: string };

function AppCodeForm({ answer, to }: FormProps) {
  const { t } = useTranslation();
  return (
    <section>
      <KeptForm answer={answer} order={['code']} action={showFactorPath('app', to)}>
        <TextField name="code" label={t('security.askCode')} autoComplete="one-time-code" inputMode="numeric" />
        <div className="form-actions">
          <SubmitButton>{t('security.askSubmit')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}

function PasskeyForm({ answer, to, options, isFirst }: FormProps & { options: object; isFirst: boolean }) {
  const { t } = useTranslation();
  return (
    <section>
      <KeptForm answer={answer} order={[]} action={showFactorPath('passkey', to)}>
        <PasskeyField task="request" options={options} />
        <div className="form-actions">
          <SubmitButton outlined={!isFirst}>{t('security.askPasskey')}</SubmitButton>
        </div>
        <p className="quiet">{t('security.askPasskeyNote')}</p>
      </KeptForm>
    </section>
  );
}

function RecoveryForm({ answer, to, isOpen }: FormProps & { isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <details className="fold" open={isOpen || answer !== undefined}>
      <summary>{t('security.askRecovery')}</summary>
      <KeptForm answer={answer} order={['recoveryCode']} action={showFactorPath('code', to)}>
        <TextField
          name="recoveryCode"
          label={t('accounts.code')}
          hint={t('security.askRecoveryNote')}
          autoComplete="off"
        />
        <div className="form-actions">
          <SubmitButton outlined>{t('security.askSubmit')}</SubmitButton>
        </div>
      </KeptForm>
    </details>
  );
}

/** The answer, for the one form that it belongs to. */
function ofField(answer: FormAnswer | undefined, field: string): FormAnswer | undefined {
  return answer?.faults[field] ? answer : undefined;
}
