import type { News } from '#app/domain/following/count-news.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import { threadPath, topicPath } from '#app/platform/urls.ts';
import { NewHere } from '../following/new-here.tsx';
import { PerspectiveChip } from '../perspective-chip.tsx';
import { WarningWords } from '../post/warning-words.tsx';
import { useLangOf } from '../prose.tsx';
import { AnsweredBy } from '../thread/answered-by.tsx';

type Props = { threads: readonly ThreadSummary[]; unread: Readonly<Record<string, News>> };

/** Dilemmas by their question, which leads to the thread. */
export function LatestQuestions({ threads, unread }: Props) {
  return (
    <ol className="questions">
      {threads.map((thread) => (
        <li key={thread.id}>
          <Question thread={thread} news={unread[thread.id]} />
        </li>
      ))}
    </ol>
  );
}

function Question({ thread, news }: { thread: ThreadSummary; news: News | undefined }) {
  const lang = useLangOf(thread.language);
  const { question, contentWarning } = thread;
  const asked = contentWarning === null && question !== null ? question : null;
  return (
    <>
      <h3 className="question-words" lang={lang}>
        <a href={threadPath(thread)}>{asked ?? thread.title}</a>
      </h3>
      {asked !== null && (
        <p className="question-of" lang={lang}>
          {thread.title}
        </p>
      )}
      {contentWarning !== null && (
        <p className="thread-warning">
          <WarningWords subject={contentWarning} language={thread.language} />
        </p>
      )}
      <ul className="meta">
        <li>
          <PerspectiveChip slug={thread.perspective} />
        </li>
        <li>
          <a href={topicPath(thread.topic.slug)}>{thread.topic.name}</a>
        </li>
        <li>
          <AnsweredBy {...thread} />
        </li>
        {news && (
          <li>
            <NewHere thread={thread} {...news} />
          </li>
        )}
      </ul>
    </>
  );
}
