import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { BackLink } from './back-link.tsx';
import { CodeList } from './code-list.tsx';
import { ConfirmField } from './confirm-field.tsx';

type Props = { answer: FormAnswer | undefined; codesLeft: number; penName: string };

/** How many recovery codes are left, and ten new ones. */
export function RenewCodes({ answer, codesLeft, penName }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('security.codesTitle')}</h1>
      <p className="lead">{t('security.codesLeft', { count: codesLeft })}</p>
      <p>
        {t('security.codesWhat')} {t('security.codesRenewNote')}
      </p>
      <KeptForm answer={answer} order={['current']}>
        <ConfirmField penName={penName} />
        <div className="form-actions">
          <SubmitButton>{t('security.codesRenew')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}

export function NewCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow recovery">
      <h1>{t('security.codesNew')}</h1>
      <p className="lead">{t('security.codesVoid')}</p>
      <CodeList codes={codes} title={t('accounts.codes')} />
      <p className="form-actions">
        <a className="button button-primary" href="/me/settings">
          {t('accounts.codesKept')}
        </a>
      </p>
    </div>
  );
}
