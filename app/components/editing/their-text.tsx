import { REVISED_FIELDS } from '#app/domain/posts/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { useLangOf } from '../prose.tsx';
import type { CurrentText } from './edit-answer.ts';

/** `language`: of the text. */
type Props = { text: CurrentText; language: Language };

/** The version that came in between, as it was written, beside which one's own stands in the form. */
export function TheirText({ text, language }: Props) {
  const { t } = useTranslation();
  const lang = useLangOf(language);
  const fields = { ...text.opening, body: text.body };
  return (
    <section className="their-text" aria-labelledby="their-text">
      <h2 id="their-text">{t('editing.theirs')}</h2>
      <dl>
        {REVISED_FIELDS.filter((field) => fields[field]).map((field) => (
          <div key={field}>
            <dt>{t(`editing.field.${field}`)}</dt>
            <dd lang={lang}>{fields[field]}</dd>
          </div>
        ))}
      </dl>
      <p>{t('editing.yours')}</p>
    </section>
  );
}
