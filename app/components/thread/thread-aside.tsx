import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { useLangOf } from '../prose.tsx';
import { ThreadLinks } from '../search/thread-links.tsx';

type Props = { thread: ThreadView; related: readonly RelatedThread[] };

/**
 * What stays at hand beside a long thread: its question, where it asks one and is not better left folded, and threads about the
 * same. Where there is no room beside it, the latter stand under it.
 */
export function ThreadAside({ thread, related }: Props) {
  const { t } = useTranslation();
  const lang = useLangOf(thread.language);
  const withQuestion = thread.question !== null && thread.contentWarning === null;
  if (!withQuestion && related.length === 0) return null;
  return (
    <aside className="thread-aside" aria-label={t('search.besideThread')}>
      {withQuestion && (
        <section className="aside-block only-beside">
          <h2>{t('threads.theQuestion')}</h2>
          <p className="aside-question" lang={lang}>
            {thread.question}
          </p>
        </section>
      )}
      {related.length > 0 && (
        <section className="aside-block" aria-labelledby="related">
          <h2 id="related">{t('search.related')}</h2>
          <ThreadLinks threads={related} />
        </section>
      )}
    </aside>
  );
}
