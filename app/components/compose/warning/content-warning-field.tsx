import { controlOf, writeInto } from '#app/components/forms/control.ts';
import { TextField } from '#app/components/forms/field.tsx';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import { useHydrated } from '#app/components/forms/use-hydrated.ts';
import { useTextOf } from '#app/components/forms/use-text-of.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { namesSubject, toggleSubject, WARNING_SUBJECTS } from './warning-subjects.ts';

/** A content warning in one's own words, or put together from usual ones: by buttons, and without scripts from the field's own list. */
export function ContentWarningField({ lang }: { lang: Language | undefined }) {
  const { t } = useTranslation();
  const { id, text } = useKeptField('contentWarning');
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
      <SubjectButtons fieldId={id} first={text} subjects={subjects} />
    </div>
  );
}

type SubjectButtonsProps = { fieldId: string; first: string; subjects: readonly string[] };

function SubjectButtons({ fieldId, first, subjects }: SubjectButtonsProps) {
  const { t } = useTranslation();
  const warning = useTextOf(fieldId, first);
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

function toggleIn(fieldId: string, subject: string): void {
  const field = controlOf(fieldId);
  if (field) writeInto(field, toggleSubject(field.value, subject));
}
