import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath } from '#app/platform/urls.ts';
import { WarningWords } from '../post/warning-words.tsx';
import { langUnless } from '../prose.tsx';

type Props = {
  threads: readonly RelatedThread[];
  /** For a page that somebody is writing on. */
  inNewTab?: boolean;
};

/** Threads in a few words each: title, topic, replies, and what one may rather not read. */
export function ThreadLinks({ threads, inNewTab = false }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="thread-links">
      {threads.map((thread) => (
        <li key={thread.id}>
          <a
            href={threadPath(thread)}
            lang={langUnless(language, thread.language)}
            {...(inNewTab && { target: '_blank', rel: 'noopener' })}
          >
            {thread.title}
          </a>
          {thread.contentWarning !== null && (
            <span className="thread-warning">
              <WarningWords subject={thread.contentWarning} language={thread.language} />
            </span>
          )}
          <span className="thread-links-more">
            {thread.topicName} ·{' '}
            <span>
              {thread.replies === 0 ? t('threads.noReplies') : t('threads.replies', { count: thread.replies })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
