import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { DecisionItem } from './decision-item.tsx';

/** What moderators decided about the member's posts, threads and names. */
export function DecisionsPage({ decisions }: { decisions: readonly DecisionOnMe[] }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('appeals.title')}</h1>
      <p className="lead">{t('appeals.lead')}</p>
      {decisions.length === 0 && <p>{t('appeals.none')}</p>}
      <ul className="decision-list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <DecisionItem decision={decision} heading={<h2>{t(`appeals.kinds.${decision.kind}`)}</h2>} />
          </li>
        ))}
      </ul>
    </div>
  );
}
