import { useTranslation } from 'react-i18next';
import { POSTS_PER_PAGE, threadPath } from '#app/platform/urls.ts';

type Props = {
  thread: { id: string; slug: string };
  /** The number after which this page begins, 0 on the first. */
  after: number;
  /** The number after which the next page begins; null on the last. */
  next: number | null;
};

/** The ways to the other pages of a thread. */
export function ThreadPager({ thread, after, next }: Props) {
  const { t } = useTranslation();
  if (after === 0 && next === null) return null;
  const before = Math.max(0, after - POSTS_PER_PAGE);
  return (
    <nav className="pager" aria-label={t('threads.pages')}>
      {after > 0 && (
        <a className="button" rel="prev" href={pagePath(thread, before)}>
          {t(before === 0 ? 'threads.firstPage' : 'threads.older')}
        </a>
      )}
      {next !== null && (
        <a className="button" rel="next" href={pagePath(thread, next)}>
          {t('threads.newer')}
        </a>
      )}
    </nav>
  );
}

function pagePath(thread: Props['thread'], after: number): string {
  return after === 0 ? threadPath(thread) : `${threadPath(thread)}?after=${after}`;
}
