import type { ReactNode } from 'react';
import type { News } from '#app/domain/following/count-news.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath, topicPath } from '#app/platform/urls.ts';
import { NewHere } from '../following/new-here.tsx';
import { Moment } from '../moment.tsx';
import { PerspectiveChip } from '../perspective-chip.tsx';
import { WarningWords } from '../post/warning-words.tsx';
import { useLangOf } from '../prose.tsx';
import { AnsweredBy } from './answered-by.tsx';

/** `alias`: under which name the viewer wrote there, in a list of their own threads; null under the pen name. */
type ListedThread = ThreadSummary & { alias?: string | null };

type Props = {
  /** What can be done with each of them, beneath it. */
  action?: (thread: ListedThread) => ReactNode;
  threads: readonly ListedThread[];
  /** Whether each thread names its topic: not on the topic's own page. */
  withTopic?: boolean;
  /** What is new for the viewer in those that they have read before, by the thread's id. */
  unread?: Readonly<Record<string, News>>;
  /** What their titles are in the outline of the page. */
  headings?: 'h2' | 'h3';
};

/** Threads by title and question, for a page whose heading says which: their titles stand directly beneath it. */
export function ThreadList({ threads, withTopic = true, unread = {}, headings = 'h2', action }: Props) {
  return (
    <ol className="thread-list">
      {threads.map((thread) => (
        <li key={thread.id}>
          <ThreadLine thread={thread} withTopic={withTopic} news={unread[thread.id]} heading={headings} />
          {action?.(thread)}
        </li>
      ))}
    </ol>
  );
}

type LineProps = { thread: ListedThread; withTopic: boolean; news: News | undefined; heading: 'h2' | 'h3' };

function ThreadLine({ thread, withTopic, news, heading: Heading }: LineProps) {
  const { t } = useTranslation();
  const lang = useLangOf(thread.language);
  return (
    <>
      <Heading className="thread-title" lang={lang}>
        <a href={threadPath(thread)}>{thread.title}</a>
      </Heading>
      {thread.contentWarning !== null && (
        <p className="thread-warning">
          <WarningWords subject={thread.contentWarning} language={thread.language} />
        </p>
      )}
      {thread.contentWarning === null && thread.question !== null && (
        <p className="thread-question" lang={lang}>
          {thread.question}
        </p>
      )}
      <ul className="meta">
        <li>
          <PerspectiveChip slug={thread.perspective} />
        </li>
        {withTopic && (
          <li>
            <a href={topicPath(thread.topic.slug)}>{thread.topic.name}</a>
          </li>
        )}
        <li>
          <AnsweredBy {...thread} />
        </li>
        {news && (
          <li>
            <NewHere thread={thread} {...news} />
          </li>
        )}
        <li>
          {t(thread.replies > 0 ? 'threads.lastReply' : 'threads.startedOn')} <Moment date={thread.lastActivityAt} />
        </li>
        {thread.pinned && !withTopic && <li className="pinned">{t('threadWork.pinned')}</li>}
        {thread.locked && <li>{t('threads.locked')}</li>}
        {thread.state === 'held' && <li>{t('threads.held')}</li>}
        {thread.state === 'hidden' && <li>{t('threads.removed')}</li>}
        {typeof thread.alias === 'string' && <li>{t('threads.youAre', { alias: thread.alias })}</li>}
      </ul>
    </>
  );
}
