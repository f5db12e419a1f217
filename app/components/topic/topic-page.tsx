import type { News } from '#app/domain/following/count-news.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import type { TopicView } from '#app/domain/topics/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadPath, topicPath } from '#app/platform/urls.ts';
import type { GuideLine } from '#app/domain/threads/list-guides.server.ts';
import { TopicGuides } from '../guides/topic-guides.tsx';
import { FollowTopicButton } from '../following/follow-topic-button.tsx';
import { MuteForm } from '../accounts/mute-form.tsx';
import { Notice } from '../notice.tsx';
import { Breadcrumb } from '../breadcrumb.tsx';
import { OtherTopics } from './other-topics.tsx';
import { ThreadList } from '../thread/thread-list.tsx';
import type { ListView } from './list-path.ts';
import { ListPager } from './list-pager.tsx';
import { NoThreads } from './no-threads.tsx';
import { ListFilters } from './list-filters.tsx';

type Props = ListView & {
  topic: TopicView;
  /** The other topics of its group. */
  others: readonly { slug: string; name: string }[];
  /** What staff keep about it; none on further pages. */
  guides: readonly GuideLine[];
  threads: readonly ThreadSummary[];
  /** What is new for the viewer among them, by the thread's id. */
  unread: Readonly<Record<string, News>>;
  next: string | null;
  isFirst: boolean;
  /** Whether the viewer has muted it; null for a guest. */
  isMuted: boolean | null;
  /** Whether the viewer follows it; null for a guest. */
  isFollowed: boolean | null;
};

/** What a topic is, and its threads. */
export function TopicPage({
  topic,
  others,
  guides,
  threads,
  unread,
  next,
  isFirst,
  isMuted,
  isFollowed,
  perspectives,
  sort,
}: Props) {
  const { t } = useTranslation();
  const view = { perspectives, sort };
  return (
    <div className="page page-list">
      <div className="page-head">
        <Breadcrumb steps={[{ name: topic.groupName, path: `/#${topic.groupSlug}` }]} />
        <h1>{topic.name}</h1>
        <p className="lead">{topic.description}</p>
        {topic.isRetired ? (
          <Notice>{t('topics.retired')}</Notice>
        ) : (
          <a className="button button-primary" href={newThreadPath(topic.slug)}>
            {t('site.newThread')}
          </a>
        )}
        <div className="topic-attention">
          {isFollowed !== null && isMuted !== true && (
            <FollowTopicButton slug={topic.slug} name={topic.name} isFollowed={isFollowed} to={topicPath(topic.slug)} />
          )}
          {isMuted !== null && <MuteForm topic={topic.slug} isMuted={isMuted} to={topicPath(topic.slug)} />}
        </div>
      </div>
      <div className="with-aside">
        <section aria-label={t('topics.list')}>
          <TopicGuides guides={guides} />
          <ListFilters path={topicPath(topic.slug)} view={view} />
          {threads.length > 0 ? (
            <ThreadList threads={threads} withTopic={false} unread={unread} />
          ) : (
            <NoThreads slug={topic.slug} isNarrowed={perspectives.length > 0 || sort === 'unanswered'} />
          )}
          <ListPager path={topicPath(topic.slug)} view={view} next={next} isFirst={isFirst} />
        </section>
        {others.length > 0 && <OtherTopics groupName={topic.groupName} topics={others} />}
      </div>
    </div>
  );
}
