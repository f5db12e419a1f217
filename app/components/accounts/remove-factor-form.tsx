import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { BackLink } from './back-link.tsx';
import { ConfirmField } from './confirm-field.tsx';

export type RemovedFactor = { which: string; name: string; isLast: boolean };

type Props = { answer: FormAnswer | undefined; factor: RemovedFactor; isStaff: boolean; penName: string };

export function RemoveFactorForm({ answer, factor, isStaff, penName }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings/second-factor">{t('security.factor')}</BackLink>
      <h1>{t('security.removeTitle', { name: factor.name })}</h1>
      {!factor.isLast && <p className="lead">{t('security.removeLead')}</p>}
      {factor.isLast && (
        <Notice kind="warning">
          <p>{t('security.removeLast')}</p>
          {isStaff && <p>{t('security.removeLastStaff')}</p>}
        </Notice>
      )}
      <KeptForm answer={answer} order={['current']}>
        <input type="hidden" name="which" value={factor.which} />
        <ConfirmField penName={penName} />
        <div className="form-actions">
          <SubmitButton>{t('security.removeConfirm')}</SubmitButton>
          <a className="button button-quiet" href="/me/settings/second-factor">
            {t('forms.cancel')}
          </a>
        </div>
      </KeptForm>
    </div>
  );
}
