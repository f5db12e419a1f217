import { REVISED_FIELDS } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Typed } from '#app/platform/forms/faults.ts';

/** What somebody wrote, word for word, where there is no form that could hold it. */
export function WrittenText({ typed }: { typed: Typed }) {
  const { t } = useTranslation();
  return (
    <section className="their-text" aria-labelledby="written">
      <h2 id="written">{t('compose.written')}</h2>
      <dl>
        {REVISED_FIELDS.filter((field) => typed[field]).map((field) => (
          <div key={field}>
            <dt>{t(`editing.field.${field}`)}</dt>
            <dd dir="auto">{typed[field]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
