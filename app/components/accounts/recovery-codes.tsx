import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';

type Props = { penName: string; codes: readonly string[]; to: string };

/** The ten codes of a new account, on the only page that ever shows them. */
export function RecoveryCodes({ penName, codes, to }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow recovery">
      <h1>{t('accounts.welcome', { name: penName })}</h1>
      <p className="lead">{t('accounts.codesLead')}</p>
      <Notice kind="warning">
        <p>{t('accounts.codesOnce')}</p>
      </Notice>
      <h2 id="recovery-codes">{t('accounts.codes')}</h2>
      <ol className="recovery-codes" aria-labelledby="recovery-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="quiet">{t('accounts.codesPrint')}</p>
      <p className="form-actions">
        <a className="button button-primary" href={to}>
          {t('accounts.codesKept')}
        </a>
      </p>
    </div>
  );
}
