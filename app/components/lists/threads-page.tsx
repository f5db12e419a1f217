import type { News } from '#app/domain/following/count-news.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadPath, threadsPath } from '#app/platform/urls.ts';
import { ThreadList } from '../thread/thread-list.tsx';
import { ListFilters } from '../topic/list-filters.tsx';
import { ListPager } from '../topic/list-pager.tsx';
import type { ListView } from '../topic/list-path.ts';
import { ReadingLists } from './reading-lists.tsx';

type Props = ListView & {
  threads: readonly ThreadSummary[];
  /** What is new for the viewer among them, by the thread's id. */
  unread: Readonly<Record<string, News>>;
  next: string | null;
  isFirst: boolean;
  isMember: boolean;
  /** Whether the viewer has muted topics, whose threads are left out. */
  isWithoutMuted: boolean;
};

/** The threads of all topics. */
export function ThreadsPage({ threads, unread, next, isFirst, isMember, isWithoutMuted, perspectives, sort }: Props) {
  const { t } = useTranslation();
  const view = { perspectives, sort };
  return (
    <div className="page page-list">
      <div className="page-head">
        <h1>{t('lists.title')}</h1>
        <p className="lead">{t('lists.lead')}</p>
        {isWithoutMuted && (
          <p className="quiet">
            {t('lists.withoutMuted')} <a href="/me/settings/muted">{t('preferences.mutedTitle')}</a>
          </p>
        )}
      </div>
      {isMember && <ReadingLists current="all" />}
      <ListFilters path={threadsPath} view={view} />
      {threads.length > 0 ? (
        <ThreadList threads={threads} unread={unread} />
      ) : (
        <NoThreads isNarrowed={perspectives.length > 0 || sort === 'unanswered'} />
      )}
      <ListPager path={threadsPath} view={view} next={next} isFirst={isFirst} />
    </div>
  );
}

function NoThreads({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p className="empty-words">{t(isNarrowed ? 'topics.emptyFiltered' : 'home.empty')}</p>
      {isNarrowed ? (
        <a href={threadsPath}>{t('lists.showAll')}</a>
      ) : (
        <a className="button button-primary" href={newThreadPath()}>
          {t('site.newThread')}
        </a>
      )}
    </div>
  );
}
