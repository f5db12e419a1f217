import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../../notice.tsx';

export type Batch = { id: string; done: number; skipped: number; hasMore: boolean };

/** What one decision on many did, and the way to take it back. */
export function BatchNotice({ batch: { id, done, skipped, hasMore } }: { batch: Batch }) {
  const { t } = useTranslation();
  return (
    <Notice kind={done > 0 ? 'done' : 'info'}>
      <p>{t('queue.decidedOn', { count: done })}</p>
      {skipped > 0 && <p>{t('queue.skipped', { count: skipped })}</p>}
      {hasMore && <p>{t('queue.moreLeft')}</p>}
      {done > 0 && (
        <form className="form-actions" method="post" action="/moderation/queue/undo">
          <input type="hidden" name="batch" value={id} />
          <button className="button" type="submit">
            {t('queue.undo')}
          </button>
        </form>
      )}
    </Notice>
  );
}
