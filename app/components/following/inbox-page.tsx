import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '#app/domain/following/inbox.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { postInThreadPath, topicPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { langUnless } from '../prose.tsx';

/** What is new for the member, thread by thread. */
export function InboxPage({ items }: { items: readonly InboxItem[] }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t('following.inbox')}</h1>
      <p className="lead">{t('following.inboxNote')}</p>
      {items.length === 0 && <p>{t('following.empty')}</p>}
      {items.length > 0 && (
        <>
          <MarkRead threadId={null} />
          <ol className="thread-list">
            {items.map((item) => (
              <li key={item.thread.id}>
                <InboxLine item={item} />
              </li>
            ))}
          </ol>
        </>
      )}
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
      <h2 className="thread-title" lang={langUnless(useLanguage(), thread.language)}>
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

function MarkRead({ threadId }: { threadId: string | null }) {
  const { t } = useTranslation();
  return (
    <Form className="inbox-mark" method="post" action="/inbox">
      {threadId !== null && <input type="hidden" name="thread" value={threadId} />}
      <button className="button" type="submit">
        {t(threadId === null ? 'following.markAllRead' : 'following.markRead')}
      </button>
    </Form>
  );
}
