import type { ThreadView } from '#app/domain/threads/views.ts';
import { formatDay } from '#app/i18n/dates.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath, topicPath } from '#app/platform/urls.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { CopyLink } from '../copy-link.tsx';
import { RetiredNotice } from '../guides/retired-notice.tsx';
import { Notice } from '../notice.tsx';
import { langUnless } from '../prose.tsx';
import { AnsweredBy } from './answered-by.tsx';

/** Where a thread stands, what it is called and what can be said of it as a whole. */
export function ThreadHead({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { topic } = thread;
  return (
    <header className="thread-head">
      <Breadcrumb
        steps={[
          { name: topic.groupName, path: `/#${topic.groupSlug}` },
          { name: topic.name, path: topicPath(topic.slug) },
        ]}
      />
      <h1 lang={langUnless(language, thread.language)}>{thread.title}</h1>
      <ul className="meta">
        <li>{t(`threads.kind.${thread.kind}`)}</li>
        <li>
          <AnsweredBy {...thread} />
        </li>
        {thread.views > 0 && <li data-outside-etag="">{t('threads.views', { count: thread.views })}</li>}
        <li>{t('threads.started', { day: formatDay(thread.createdAt, language, new Date()) })}</li>
        {thread.language !== language && <li>{t(`threads.otherLanguage.${thread.language}`)}</li>}
        <li className="no-print">
          <CopyLink path={threadPath(thread)} name={t('threads.link')} />
        </li>
      </ul>
      {thread.retired && <RetiredNotice replacedBy={thread.replacedBy} />}
      {thread.state === 'held' && <Notice>{t('threads.heldNotice')}</Notice>}
      {thread.state === 'hidden' && <Notice kind="warning">{t('threads.hiddenNotice')}</Notice>}
      {thread.locked && <LockNotice reason={thread.lockReason} />}
    </header>
  );
}

function LockNotice({ reason }: { reason: string | null }) {
  const { t } = useTranslation();
  return (
    <Notice>
      <p>
        <b>{t('threads.lockedNotice')}</b>
      </p>
      {reason !== null && <p>{t('threads.reason', { reason })}</p>}
    </Notice>
  );
}
