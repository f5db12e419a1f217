import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { Moment } from '../../moment.tsx';

type Props = { item: ItemView; answer: FormAnswer | undefined };

/** What moderators tell each other about an item. */
export function ItemNotes({ item: { notes, outcome, version }, answer }: Props) {
  const { t } = useTranslation();
  return (
    <section className="queue-act" aria-labelledby="notes-heading">
      <h2 id="notes-heading">{t('queue.notes')}</h2>
      {notes.length === 0 && <p className="quiet">{t('queue.noNotes')}</p>}
      <ul className="flag-list">
        {notes.map(({ id, by, text, at }) => (
          <li key={id}>
            <p>{text}</p>
            <p className="quiet">
              {by ?? t('queue.byNobody')} · <Moment date={at} kind="about" />
            </p>
          </li>
        ))}
      </ul>
      {outcome === null && (
        <KeptForm answer={answer} order={['note']}>
          <input type="hidden" name="version" value={version} />
          <TextArea name="note" label={t('queue.note')} rows={3} max={LIMITS.flagNote} />
          <div className="form-actions">
            <SubmitButton intent="note" outlined>
              {t('queue.addNote')}
            </SubmitButton>
          </div>
        </KeptForm>
      )}
    </section>
  );
}
