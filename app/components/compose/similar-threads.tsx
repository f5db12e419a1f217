import { useTranslation } from 'react-i18next';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import { ThreadLinks } from '../search/thread-links.tsx';
import { useSimilarThreads } from './use-similar-threads.ts';

/**
 * Threads about the same as the title that is being written: perhaps they answer it. `first`: those that came with the page,
 * when the form had been sent before; where scripts run they follow the title.
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
      {threads.length > 0 && (
        <section className="similar" aria-labelledby="similar">
          <h2 id="similar">{t('search.similar')}</h2>
          <p className="field-hint">{t('search.similarHint')}</p>
          <ThreadLinks threads={threads} inNewTab />
        </section>
      )}
    </>
  );
}
