import type { ReactNode } from 'react';
import type { News } from '#app/domain/following/count-news.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import type { TopicRef } from '#app/domain/topics/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { followingPath, savedSearchesPath, threadFollowPath, threadPath, topicPath } from '#app/platform/urls.ts';
import { useLangOf } from '../prose.tsx';
import { ReadingLists } from '../lists/reading-lists.tsx';
import { ThreadList } from '../thread/thread-list.tsx';
import { FollowTopicButton } from './follow-topic-button.tsx';

type Props = {
  /** By latest activity. */
  followed: readonly ThreadSummary[];
  /** What is new in them, by the thread's id. */
  unread: Readonly<Record<string, News>>;
  muted: readonly ThreadSummary[];
  topics: readonly TopicRef[];
  /** The threads that they get mail about, by their ids. */
  byMail: readonly string[];
};

/** What a member follows and what they keep quiet, each to be left alone again with one press. */
export function FollowingPage({ followed, unread, muted, topics, byMail }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow sections">
      <h1>{t('following.title')}</h1>
      <p className="lead">{t('following.lead')}</p>
      <ReadingLists current="followed" />
      <section>
        <h2>{t('following.threads')}</h2>
        {followed.length === 0 ? (
          <p className="quiet">{t('following.noThreads')}</p>
        ) : (
          <ThreadList
            threads={followed}
            unread={unread}
            headings="h3"
            action={(thread) => (
              <div className="thread-action">
                <LeaveAlone thread={thread} intent="unfollow" />
                {byMail.includes(thread.id) && <span className="row-mark">{t('mail.marked')}</span>}
              </div>
            )}
          />
        )}
      </section>
      <section>
        <h2>{t('following.topics')}</h2>
        <KeptList none={t('following.noTopics')}>
          {topics.map(({ slug, name }) => (
            <li key={slug}>
              <a href={topicPath(slug)}>{name}</a>
              <FollowTopicButton slug={slug} name={name} isFollowed to={followingPath} />
            </li>
          ))}
        </KeptList>
      </section>
      <section>
        <h2>{t('following.mutedThreads')}</h2>
        <KeptList none={t('following.noMuted')}>
          {muted.map((thread) => (
            <MutedLine key={thread.id} thread={thread} />
          ))}
        </KeptList>
      </section>
      <p className="quiet">
        <a href={savedSearchesPath}>{t('savedSearches.title')}</a> ·{' '}
        <a href="/me/settings/muted">{t('preferences.mutedTitle')}</a>
      </p>
    </div>
  );
}

function KeptList({ none, children }: { none: string; children: ReactNode[] }) {
  return children.length === 0 ? <p className="quiet">{none}</p> : <ul className="muted-list">{children}</ul>;
}

type LineProps = { thread: ThreadSummary; intent: 'unfollow' | 'unmute' };

function MutedLine({ thread }: { thread: ThreadSummary }) {
  const lang = useLangOf(thread.language);
  return (
    <li>
      <a href={threadPath(thread)} lang={lang}>
        {thread.title}
      </a>
      <LeaveAlone thread={thread} intent="unmute" />
    </li>
  );
}

function LeaveAlone({ thread, intent }: LineProps) {
  const { t } = useTranslation();
  const lang = useLangOf(thread.language);
  return (
    <form action={threadFollowPath(thread.id)} method="post">
      <input type="hidden" name="to" value={followingPath} />
      <button className="button button-quiet" type="submit" name="intent" value={intent}>
        {t(`following.${intent}`)}
        <span className="visually-hidden" lang={lang}>
          {' '}
          {thread.title}
        </span>
      </button>
    </form>
  );
}
