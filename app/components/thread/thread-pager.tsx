import { useTranslation } from '#app/i18n/use-translation.tsx';
import { POSTS_PER_PAGE } from '#app/platform/urls.ts';
import { readingPath, sideShown, type ReadingView } from './reading-view.ts';

type Props = {
  thread: { id: string; slug: string };
  /** The number after which this page begins, 0 on the first. */
  after: number;
  /** The number after which the next page begins; null on the last. */
  next: number | null;
  view: ReadingView;
};

/** The ways to the other pages of a thread. */
export function ThreadPager({ thread, after, next, view }: Props) {
  const { t } = useTranslation();
  if (after === 0 && next === null) return null;
  // Of one chair's replies nobody knows the number that the page before began with: from there one goes back to the first.
  const before = sideShown(view) ? 0 : Math.max(0, after - POSTS_PER_PAGE);
  return (
    <nav className="pager" aria-label={t('threads.pages')}>
      {after > 0 && (
        <a className="button" rel="prev" href={readingPath(thread, view, { after: before })}>
          {t(before === 0 ? 'threads.firstPage' : 'threads.older')}
        </a>
      )}
      {next !== null && (
        <a className="button" rel="next" href={readingPath(thread, view, { after: next })}>
          {t('threads.newer')}
        </a>
      )}
    </nav>
  );
}
