import type { ReactNode } from 'react';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { WarningWords } from './warning-words.tsx';

/** `language`: of the subject's words. */
type Props = { subject: string | null; language: Language; children: ReactNode };

/** Keeps a text folded until one has read what it deals with. Without a subject the text stands open. */
export function ContentWarning({ subject, language, children }: Props) {
  const { t } = useTranslation();
  if (subject === null) return <>{children}</>;
  return (
    <details className="content-warning">
      <summary>
        <b>
          <WarningWords subject={subject} language={language} />
        </b>
        <span className="show">{t('threads.showAnyway')}</span>
      </summary>
      {children}
    </details>
  );
}
