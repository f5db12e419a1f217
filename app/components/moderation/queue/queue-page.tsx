import { useTranslation } from 'react-i18next';
import { FLAG_REASONS } from '#app/domain/moderation/flag-reasons.ts';
import type { QueueLine } from '#app/domain/moderation/queue/list-queue.server.ts';
import { CLAIM_FILTERS, QUEUE_KINDS } from '#app/domain/moderation/queue/schema.ts';
import { Notice } from '../../notice.tsx';
import { QueueFilter } from './queue-filter.tsx';
import { QueueEntry } from './queue-entry.tsx';

type Filters = { kind?: string | undefined; reason?: string | undefined; claim?: string | undefined };
type Props = { items: readonly QueueLine[]; next: string | null; isFirst: boolean; isGone: boolean; filters: Filters };

/** What waits for the moderators, the most pressing first. */
export function QueuePage({ items, next, isFirst, isGone, filters }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page queue">
      <p className="quiet">
        <a href="/moderation">{t('queue.workbench')}</a>
      </p>
      <h1>{t('queue.title')}</h1>
      <p className="lead">{t('queue.queueLead')}</p>
      {isGone && (
        <Notice kind="warning">
          <p>{t('verification.gone')}</p>
        </Notice>
      )}
      <form className="queue-filters" method="get" action="/moderation/queue">
        <QueueFilter
          name="kind"
          label={t('queue.kind')}
          all={t('queue.allKinds')}
          chosen={filters.kind}
          choices={QUEUE_KINDS.map((value) => ({ value, label: t(`queue.kinds.${value}`) }))}
        />
        <QueueFilter
          name="reason"
          label={t('queue.reason')}
          all={t('queue.anyReason')}
          chosen={filters.reason}
          choices={FLAG_REASONS.map((value) => ({ value, label: t(`flags.reasons.${value}`) }))}
        />
        <QueueFilter
          name="claim"
          label={t('queue.claim')}
          all={t('queue.anyClaim')}
          chosen={filters.claim}
          choices={CLAIM_FILTERS.map((value) => ({ value, label: t(`queue.${value}`) }))}
        />
        <button className="button" type="submit">
          {t('log.show')}
        </button>
      </form>
      {items.length === 0 ? (
        <p className="empty">
          {t('queue.nothingHere')} <a href="/moderation/queue">{t('queue.showAll')}</a>
        </p>
      ) : (
        <ol className="queue-list" aria-label={t('queue.items')}>
          {items.map((item) => (
            <QueueEntry key={item.id} item={item} />
          ))}
        </ol>
      )}
      <nav className="pager" aria-label={t('queue.pages')}>
        {!isFirst && (
          <a className="button" href={queuePath(filters)}>
            {t('queue.first')}
          </a>
        )}
        {next !== null && (
          <a className="button" rel="next" href={queuePath({ ...filters, after: next })}>
            {t('queue.more')}
          </a>
        )}
      </nav>
    </div>
  );
}

function queuePath(query: Filters & { after?: string }): string {
  const chosen = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chosen.length === 0 ? '/moderation/queue' : `/moderation/queue?${new URLSearchParams(chosen).toString()}`;
}
