import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#app/components/forms/field.tsx';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import type { Language } from '#app/i18n/languages.ts';
import { useHydrated } from '#app/components/forms/use-hydrated.ts';
import { namesSubject, toggleSubject, WARNING_SUBJECTS } from './warning-subjects.ts';

/** A content warning in one's own words, or put together from usual ones: by buttons, and without scripts from the field's own list. */
export function ContentWarningField({ lang }: { lang: Language | undefined }) {
  const { t } = useTranslation();
  const { id } = useKeptField('contentWarning');
  const hydrated = useHydrated();
  const subjects = WARNING_SUBJECTS.map((subject) => t(`compose.warningSubjects.${subject}`));
  const listId = `${id}-subjects`;
  return (
    <div className="warning-field">
      <TextField
        name="contentWarning"
        label={t('compose.contentWarning')}
        hint={t('compose.contentWarningHint')}
        optional
        autoComplete="off"
        lang={lang}
        // Its list would open over the buttons.
        {...(!hydrated && { list: listId })}
      />
      {!hydrated && (
        <datalist id={listId}>
          {subjects.map((subject) => (
            <option key={subject} value={subject} />
          ))}
        </datalist>
      )}
      <SubjectButtons fieldId={id} subjects={subjects} />
    </div>
  );
}

function SubjectButtons({ fieldId, subjects }: { fieldId: string; subjects: readonly string[] }) {
  const { t } = useTranslation();
  const warning = useTextOf(fieldId);
  return (
    <div className="subject-buttons" role="group" aria-label={t('compose.warningSubjectsLabel')}>
      {subjects.map((subject) => (
        <button
          key={subject}
          type="button"
          aria-pressed={namesSubject(warning, subject)}
          onClick={() => toggleIn(fieldId, subject)}
        >
          {subject}
        </button>
      ))}
    </div>
  );
}

function useTextOf(fieldId: string): string {
  const { text: first } = useKeptField('contentWarning');
  const [text, setText] = useState(first);
  // An effect, for the field keeps its own text.
  useEffect(() => {
    const field = document.getElementById(fieldId);
    const take = (): void => setText(field instanceof HTMLInputElement ? field.value : '');
    take();
    field?.addEventListener('input', take);
    return () => field?.removeEventListener('input', take);
  }, [fieldId]);
  return text;
}

/** As if it had been typed: whoever listens to the field hears of it. */
function toggleIn(fieldId: string, subject: string): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = toggleSubject(field.value, subject);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
