import type { LoggedAction } from '#app/domain/moderation/log/list-actions.server.ts';
import type { LogKind } from '#app/domain/moderation/log/log-kinds.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { moderationLogFeedPath } from '#app/platform/urls.ts';
import { LogEntry } from './log-entry.tsx';
import { LogFilters } from './log-filters.tsx';
import { logPath, type LogView } from './log-path.ts';

type Props = {
  actions: readonly LoggedAction[];
  next: string | null;
  isFirst: boolean;
  view: LogView;
  kinds: readonly LogKind[];
  isStaff: boolean;
};

/** What moderators have done, newest first. */
export function LogPage({ actions, next, isFirst, view, kinds, isStaff }: Props) {
  const { t } = useTranslation();
  const isNarrowed = Object.values(view).some((value) => value !== undefined);
  return (
    <div className="page page-list">
      <div className="page-head">
        <h1>{t('log.title')}</h1>
        <p className="lead">{t('log.lead')}</p>
        {isStaff && <p className="quiet">{t('log.staffLead')}</p>}
      </div>
      <LogFilters view={view} kinds={kinds} />
      <section aria-label={t('log.list')}>
        {actions.length > 0 ? (
          <ol className="log">
            {actions.map((action) => (
              <li key={action.id}>
                <LogEntry action={action} />
              </li>
            ))}
          </ol>
        ) : (
          <p className="empty-words">{t(isNarrowed ? 'log.emptyFiltered' : 'log.empty')}</p>
        )}
        {isNarrowed && (
          <p>
            <a href={logPath({})}>{t('log.showAll')}</a>
          </p>
        )}
        {(next !== null || !isFirst) && (
          <nav className="pager" aria-label={t('log.pages')}>
            {!isFirst && (
              <a className="button" href={logPath(view)}>
                {t('log.newest')}
              </a>
            )}
            {next !== null && (
              <a className="button" rel="next" href={logPath(view, next)}>
                {t('log.older')}
              </a>
            )}
          </nav>
        )}
      </section>
      <p className="quiet">
        <a href={moderationLogFeedPath}>{t('log.feed')}</a>
      </p>
    </div>
  );
}
