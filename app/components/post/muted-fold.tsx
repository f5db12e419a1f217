import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Keeps what a muted member wrote folded; the reader may look all the same. */
export function MutedFold({ isMuted, children }: { isMuted: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  if (!isMuted) return <>{children}</>;
  return (
    <details className="content-warning">
      <summary>
        <b>{t('preferences.mutedPost')}</b>
        <span className="show">{t('threads.showAnyway')}</span>
      </summary>
      {children}
    </details>
  );
}
