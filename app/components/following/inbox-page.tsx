import { Form } from '@remix-run/react';
import type { InboxItem } from '#app/domain/following/inbox.server.ts';
import type { TopicNews } from '#app/domain/following/topic-news.server.ts';
import type { NewsPage } from '#app/domain/search/saved/news.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { followingPath, postInThreadPath, topicPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { useLangOf } from '../prose.tsx';
import { SearchNews } from '../saved-searches/search-news.tsx';
import { ThreadList } from '../thread/thread-list.tsx';
import type { SearchedGroup } from '../search/search-form.tsx';

type Props = {
  items: readonly InboxItem[];
  /** What was begun in followed topics. */
  topics: readonly TopicNews[];
  /** What is new in saved searches; null where they could not be looked through. */
  searches: NewsPage | null;
  groups: readonly SearchedGroup[];
};

/** What is new for the member: thread by thread, then topic by topic and search by search. */
export function InboxPage({ items, topics, searches, groups }: Props) {
  const { t } = useTranslation();
  const withNews = searches?.searches.filter(({ count }) => count > 0) ?? [];
  const isEmpty = items.length + topics.length === 0 && withNews.length === 0;
  return (
    <div className="page">
      <h1>{t('following.inbox')}</h1>
      <p className="lead">{t('following.inboxNote')}</p>
      {isEmpty ? <p>{t('following.empty')}</p> : <MarkRead marks={withNews.map(({ marks }) => marks).join(';')} />}
      {items.length > 0 && (
        <ol className="thread-list">
          {items.map((item) => (
            <li key={item.thread.id}>
              <InboxLine item={item} />
            </li>
          ))}
        </ol>
      )}
      {topics.map((news) => (
        <TopicSection key={news.topic.slug} news={news} />
      ))}
      <SearchNews found={searches} groups={groups} />
      <p>
        <a href={followingPath}>{t('following.manage')}</a>
      </p>
    </div>
  );
}

function InboxLine({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const { thread, because, news, firstNew } = item;
  const why = {
    persona: because.kind === 'persona' ? t('following.becausePersona', { alias: because.alias }) : '',
    pen: t('following.becausePen'),
    followed: t('following.becauseFollowed'),
  };
  return (
    <>
      <h2 className="thread-title" lang={useLangOf(thread.language)}>
        <a href={postInThreadPath(thread, firstNew)}>{thread.title}</a>
      </h2>
      <ul className="meta">
        <li>
          <b>{t('following.new', { count: news })}</b>
        </li>
        <li>{why[because.kind]}</li>
        <li>
          <a href={topicPath(thread.topic.slug)}>{thread.topic.name}</a>
        </li>
        <li>
          {t('threads.lastReply')} <Moment date={thread.lastActivityAt} />
        </li>
      </ul>
      <MarkRead threadId={thread.id} />
    </>
  );
}

function TopicSection({ news: { topic, threads, count } }: { news: TopicNews }) {
  const { t } = useTranslation();
  const heading = `topic-${topic.slug}`;
  return (
    <section className="topic-news" aria-labelledby={heading}>
      <h2 id={heading}>
        <a href={topicPath(topic.slug)}>{topic.name}</a>
      </h2>
      <p className="quiet">{t('following.begun', { count })}</p>
      <ThreadList threads={threads} withTopic={false} headings="h3" />
      {count > threads.length && (
        <p>
          <a href={`${topicPath(topic.slug)}?sort=new`}>{t('following.moreBegun')}</a>
        </p>
      )}
      <MarkRead topic={topic} />
    </section>
  );
}

type MarkReadProps = { threadId?: string; topic?: TopicNews['topic']; marks?: string };

/** Marks one thread or topic as read, or all of them and what `marks` names of the saved searches. */
function MarkRead({ threadId, topic, marks }: MarkReadProps) {
  const { t } = useTranslation();
  const isAll = threadId === undefined && topic === undefined;
  return (
    <Form className="inbox-mark" method="post" action="/inbox">
      {threadId !== undefined && <input type="hidden" name="thread" value={threadId} />}
      {topic && <input type="hidden" name="topic" value={topic.slug} />}
      {marks !== undefined && marks !== '' && <input type="hidden" name="marks" value={marks} />}
      <button className="button" type="submit">
        {t(isAll ? 'following.markAllRead' : 'following.markRead')}
        {topic && <span className="visually-hidden"> {topic.name}</span>}
      </button>
    </Form>
  );
}
