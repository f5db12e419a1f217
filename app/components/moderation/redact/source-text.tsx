import type { PostToRedact } from '#app/domain/moderation/redact/redact-post.server.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { areaOf, writeInto } from '../../forms/control.ts';
import { useHydrated } from '../../forms/use-hydrated.ts';
import { useLangOf } from '../../prose.tsx';

type Props = {
  texts: PostToRedact['texts'];
  language: Language;
  /** The id of the text area that what is selected here is filled into. */
  into: string;
};

/** A post as it was typed, to copy a passage from; where scripts run, selecting is enough. */
export function SourceText({ texts, language, into }: Props) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const lang = useLangOf(language);
  return (
    <section className="redact-source" aria-labelledby="source-heading">
      <h2 id="source-heading">{t('redaction.source')}</h2>
      <p className="quiet">{t(hydrated ? 'redaction.sourceHintScript' : 'redaction.sourceHint')}</p>
      {/* Selecting is no pressing: whoever does not select with a pointer copies, or types. */}
      <dl onPointerUp={(event) => fillIn(event.currentTarget, into)}>
        {texts.map(({ field, text }) => (
          <div key={field}>
            <dt>{t(`editing.field.${field}`)}</dt>
            <dd lang={lang}>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function fillIn(source: HTMLElement, into: string): void {
  const selection = document.getSelection();
  const text = selection?.toString().trim() ?? '';
  const area = areaOf(into);
  // A whole line that is selected ends at the beginning of what follows, which may stand outside.
  if (text === '' || !source.contains(selection?.anchorNode ?? null)) return;
  if (area) writeInto(area, text);
}
