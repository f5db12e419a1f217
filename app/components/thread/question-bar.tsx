import type { ThreadView } from '#app/domain/threads/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postInThreadPath } from '#app/platform/urls.ts';
import { langUnless } from '../prose.tsx';

/** What was asked, in one line that stays in view over the replies and the reply box, where no column beside them shows it. */
export function QuestionBar({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  // What is folded behind a warning is not told beside it.
  if (thread.question === null || thread.contentWarning !== null) return null;
  return (
    <p className="question-bar">
      <a href={postInThreadPath(thread, 1)}>
        <b>{t('threads.theQuestion')}:</b> <span lang={langUnless(language, thread.language)}>{thread.question}</span>
      </a>
    </p>
  );
}
