import { useTranslation } from 'react-i18next';

/** What recovering has changed, before one goes on. */
export function Recovered({ codesLeft }: { codesLeft: number }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('accounts.recoveredTitle')}</h1>
      <p className="lead">{t('accounts.recoveredLead')}</p>
      <p>{t('accounts.codesLeft', { count: codesLeft })}</p>
      <p className="form-actions">
        <a className="button button-primary" href="/me">
          {t('accounts.goOn')}
        </a>
      </p>
    </div>
  );
}
