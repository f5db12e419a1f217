import type { PendingEditView } from '#app/domain/moderation/holds/waiting.server.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../notice.tsx';
import { WordDiff } from '../word-diff.tsx';

/** `language`: of the post. */
type Props = { edit: PendingEditView; language: Language };

/** What an edit that waits changes, word by word. */
export function EditChanges({ edit: { changes, isOvertaken, reason }, language }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {isOvertaken && (
        <Notice kind="warning">
          <p>{t('holds.editOvertaken')}</p>
        </Notice>
      )}
      {reason !== null && <p>{t('holds.editReason', { reason })}</p>}
      {changes.length === 0 && <p className="quiet">{t('holds.editSame')}</p>}
      {changes.map(({ field, parts }) => (
        <section key={field} aria-label={t(`editing.field.${field}`)}>
          <h3>{t(`editing.field.${field}`)}</h3>
          <WordDiff parts={parts} language={language} />
        </section>
      ))}
    </>
  );
}
