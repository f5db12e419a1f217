import type { ReactNode } from 'react';
import { FLAG_REASONS } from '#app/domain/moderation/flag-reasons.ts';
import { boxName } from '#app/domain/moderation/queue/boxes.ts';
import { CLAIM_FILTERS, QUEUE_KINDS } from '#app/domain/moderation/queue/filters.ts';
import type { QueueLine } from '#app/domain/moderation/queue/list-queue.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { Notice } from '../../notice.tsx';
import { BatchNotice, type Batch } from './batch-notice.tsx';
import { listKeys } from './list-keys.ts';
import { ManyForm } from './many-form.tsx';
import { QueueFilter } from './queue-filter.tsx';
import { QueueEntry } from './queue-entry.tsx';
import { queuePath } from './queue-path.ts';

type Filters = { kind?: string | undefined; reason?: string | undefined; claim?: string | undefined };
type Props = {
  items: readonly QueueLine[];
  next: string | null;
  isFirst: boolean;
  isGone: boolean;
  filters: Filters;
  /** What was just decided on many. */
  batch: Batch | null;
  /** How many wait again, where that was just taken back. */
  undone: number | null;
  answer: FormAnswer | undefined;
};

/** What waits for the moderators, the most pressing first. */
export function QueuePage({ items, next, isFirst, isGone, filters, batch, undone, answer }: Props) {
  const { t } = useTranslation();
  const canTick = items.some(({ kind }) => kind === 'flags');
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
      {batch && <BatchNotice batch={batch} />}
      {undone !== null && (
        <Notice kind="done">
          <p>{t('queue.undone', { count: undone })}</p>
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
        <Around isForm={canTick} filters={filters} answer={answer}>
          <p className="field-hint queue-keys">{t('queue.keys')}</p>
          {/* The keys are a second way to what links and boxes do. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <ol className="queue-list" aria-label={t('queue.items')} onKeyDown={listKeys}>
            {items.map((item, index) => (
              <QueueEntry key={item.id} item={item} box={item.kind === 'flags' ? boxName(index) : null} />
            ))}
          </ol>
        </Around>
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

type AroundProps = { isForm: boolean; filters: Filters; answer: FormAnswer | undefined; children: ReactNode };

/** Where there is something to tick, the list stands in the form that decides on it. */
function Around({ isForm, filters, answer, children }: AroundProps) {
  if (!isForm) return children;
  return (
    <ManyForm filters={filters} answer={answer}>
      {children}
    </ManyForm>
  );
}
