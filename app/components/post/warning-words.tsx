import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SentenceWith } from '../written.tsx';

/** What a thread deals with that somebody may rather not read, in the words of whoever started it. */
export function WarningWords({ subject, language }: { subject: string; language: Language }) {
  const { t } = useTranslation();
  return (
    <SentenceWith
      sentence={(text) => t('threads.contentWarning', { subject: text })}
      text={subject}
      language={language}
    />
  );
}
