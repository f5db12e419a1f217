import { useKeptField } from '#app/components/forms/kept-form.tsx';
import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { ThreadLinks } from '../search/thread-links.tsx';
import { useSimilarThreads } from './use-similar-threads.ts';

/**
 * Threads about the same as the title that is being written: perhaps they answer it. `first`: those that came with the page,
 * when the form had been sent before; where scripts run they follow the title. How many there are stands in one line that is there
 * from the start, so that nothing beneath it moves when they come.
 */
export function SimilarThreads({ first }: { first: readonly RelatedThread[] }) {
  const { t } = useTranslation();
  const { id } = useKeptField('title');
  const threads = useSimilarThreads(id) ?? first;
  return (
    <>
      <p className="visually-hidden" role="status">
        {threads.length > 0 && t('search.similarSaid', { count: threads.length })}
      </p>
      <details className="similar" open={first.length > 0}>
        <summary>
          {t('search.similar')}
          {threads.length > 0 && (
            <span className="row-mark">{t('search.similarFound', { count: threads.length })}</span>
          )}
        </summary>
        <p className="field-hint">{threads.length > 0 ? t('search.similarHint') : t('search.similarNone')}</p>
        {threads.length > 0 && <ThreadLinks threads={threads} inNewTab />}
      </details>
    </>
  );
}
