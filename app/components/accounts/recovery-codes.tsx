import { useTranslation } from 'react-i18next';
import { CodeList } from './code-list.tsx';

type Props = { penName: string; codes: readonly string[]; to: string };

/** The ten codes of a new account. */
export function RecoveryCodes({ penName, codes, to }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow recovery">
      <h1>{t('accounts.welcome', { name: penName })}</h1>
      <p className="lead">{t('accounts.codesLead')}</p>
      <CodeList codes={codes} title={t('accounts.codes')} />
      <p className="form-actions">
        <a className="button button-primary" href={to}>
          {t('accounts.codesKept')}
        </a>
      </p>
    </div>
  );
}
