import { useTranslation } from 'react-i18next';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { langUnless } from '../prose.tsx';

/** What stays at hand beside a long thread: its question. Nothing for a thread that asks none or is better left folded. */
export function ThreadAside({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation();
  const lang = langUnless(useLanguage(), thread.language);
  if (thread.question === null || thread.contentWarning !== null) return null;
  return (
    <aside className="thread-aside" aria-label={t('threads.theQuestion')}>
      <section className="aside-block">
        <h2>{t('threads.theQuestion')}</h2>
        <p className="aside-question" lang={lang}>
          {thread.question}
        </p>
      </section>
    </aside>
  );
}
