import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import type { QueueCount } from '#app/domain/moderation/queue/count-queue.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { wordRulesPath } from '#app/platform/urls.ts';
import { SecondFactorNotice } from '../../accounts/second-factor-notice.tsx';
import { Notice } from '../../notice.tsx';
import { RiskTag } from './risk-tag.tsx';

type Props = {
  counts: readonly QueueCount[];
  can: { editTopics: boolean; changeSettings: boolean };
  /** Whether an administrator has yet to set the forum up. */
  isNew: boolean;
  duty: SecondFactorDuty;
};

/** Where moderators begin: what waits, and where the rest of their work is. */
export function OverviewPage({ counts, can, isNew, duty }: Props) {
  const { t } = useTranslation();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="page page-narrow">
      <h1>{t('queue.workbench')}</h1>
      <SecondFactorNotice duty={duty} />
      {isNew && (
        <Notice>
          <p>
            {t('welcome.adminNotice')} <a href="/moderation/welcome">{t('welcome.adminTitle')}</a>
          </p>
        </Notice>
      )}
      <p className="lead">{total === 0 ? t('queue.nothingWaits') : t('queue.waiting', { count: total })}</p>
      <ul className="queue-counts">
        {counts.map(({ kind, risk, count }) => (
          <li key={`${kind}-${risk}`}>
            <RiskTag risk={risk} /> {t(`queue.kinds.${kind}`)}: <b>{count}</b>
          </li>
        ))}
      </ul>
      <p>
        <a className="button button-primary" href="/moderation/queue">
          {t('queue.open')}
        </a>
      </p>
      <ul className="me-list">
        <li>
          <a href="/moderation/log">{t('queue.log')}</a>
        </li>
        <li>
          <a href="/moderation/members">{t('queue.members')}</a>
        </li>
        <li>
          <a href={wordRulesPath}>{t('wordRules.link')}</a>
        </li>
        {can.editTopics && (
          <li>
            <a href="/moderation/topics">{t('queue.topics')}</a>
          </li>
        )}
        {can.changeSettings && (
          <li>
            <a href="/moderation/settings">{t('queue.settings')}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
