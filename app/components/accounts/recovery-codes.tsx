import { useTranslation } from '#app/i18n/use-translation.tsx';
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
      <WelcomeWords />
      <p className="form-actions">
        <a className="button button-primary" href={to}>
          {t('accounts.codesKept')}
        </a>
      </p>
    </div>
  );
}

/** What a new member should know before they write. */
function WelcomeWords() {
  const { t } = useTranslation();
  return (
    <div className="no-print">
      <h2>{t('welcome.rulesTitle')}</h2>
      <ul className="plain-points">
        <li>{t('compose.ruleDetails')}</li>
        <li>{t('compose.ruleRecords')}</li>
        <li>{t('compose.ruleChair')}</li>
        <li>{t('compose.ruleUrgent')}</li>
      </ul>
      <h2>{t('welcome.penNameTitle')}</h2>
      <p>{t('welcome.penNameAdvice')}</p>
    </div>
  );
}
