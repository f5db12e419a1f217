import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The ground rules in four sentences, for the moment before writing. */
export function GroundRules() {
  const { t } = useTranslation();
  return (
    <details className="ground-rules">
      <summary>{t('compose.rulesTitle')}</summary>
      <ul>
        <li>{t('compose.ruleDetails')}</li>
        <li>{t('compose.ruleRecords')}</li>
        <li>{t('compose.ruleChair')}</li>
        <li>{t('compose.ruleUrgent')}</li>
      </ul>
      <p>
        <a href="/guidelines">{t('compose.allRules')}</a>
      </p>
    </details>
  );
}
