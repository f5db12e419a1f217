import { useTranslation } from '#app/i18n/use-translation.tsx';
import { CodeList } from './code-list.tsx';

/** What recovering has changed, before one goes on. */
export function Recovered({ codesLeft }: { codesLeft: number }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow recovery">
      <h1>{t('accounts.recoveredTitle')}</h1>
      <p className="lead">{t('accounts.recoveredLead')}</p>
      <p>{t('accounts.codesLeft', { count: codesLeft })}</p>
      <p className="form-actions">
        {codesLeft === 0 && (
          <a className="button button-primary" href="/me/settings/codes">
            {t('accounts.makeNewCodes')}
          </a>
        )}
        <a className={codesLeft === 0 ? 'button' : 'button button-primary'} href="/me">
          {t('accounts.goOn')}
        </a>
      </p>
    </div>
  );
}

/** The same after a reset: what is nobody's now, and the codes of the new beginning. */
export function BegunAnew({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow recovery">
      <h1>{t('accounts.resetTitle')}</h1>
      <p className="lead">{t('accounts.resetLead')}</p>
      <p>{t('accounts.resetLost')}</p>
      <p>{t('accounts.resetKept')}</p>
      <CodeList codes={codes} title={t('accounts.codes')} />
      <p className="form-actions">
        <a className="button button-primary" href="/me">
          {t('accounts.codesKept')}
        </a>
      </p>
    </div>
  );
}
