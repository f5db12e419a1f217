import { useTranslation } from '#app/i18n/use-translation.tsx';
import { staffMemberPath } from '#app/platform/urls.ts';
import { Notice } from '../../notice.tsx';

/** The code of an account that was just reset, on the only page that ever shows it. */
export function ResetDone({ penName, code }: { penName: string; code: string }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow recovery">
      <h1>{t('memberWork.resetDone', { name: penName })}</h1>
      <p className="lead">{t('memberWork.resetCodeLead')}</p>
      <Notice kind="warning">
        <p>{t('memberWork.resetOnce')}</p>
      </Notice>
      <h2 id="code">{t('memberWork.resetCode')}</h2>
      <p className="recovery-codes" aria-labelledby="code" role="group" translate="no">
        <code>{code}</code>
      </p>
      <p className="form-actions">
        <a className="button button-primary" href={staffMemberPath(penName)}>
          {t('memberWork.resetBack')}
        </a>
      </p>
    </div>
  );
}
