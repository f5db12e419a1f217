import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { subject: string | null; children: ReactNode };

/** Keeps a text folded until one has read what it deals with. Without a subject the text stands open. */
export function ContentWarning({ subject, children }: Props) {
  const { t } = useTranslation();
  if (subject === null) return <>{children}</>;
  return (
    <details className="content-warning">
      <summary>
        <b>{t('threads.contentWarning', { subject })}</b>
        <span className="show">{t('threads.showAnyway')}</span>
      </summary>
      {children}
    </details>
  );
}
