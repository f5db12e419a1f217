import { useEffect, useRef } from 'react';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { proseClass, useLangOf } from '../prose.tsx';
import type { ComposeAnswer } from './compose-answer.ts';
import { useLivePreview } from './use-live-preview.ts';

/** Under which name a text will stand, by the answer to "write as". */
export type ReaderNames = { alias: string | null; penName: string };

type PreviewPaneProps = {
  answer: ComposeAnswer | undefined;
  names?: ReaderNames | undefined;
  /** That the text is written in. */
  language: Language;
};

/**
 * The text as readers will see it, made safe by the server's renderer as published posts are: what the Preview button brought, and
 * where scripts run, what one has typed since. Asked for by the button it takes the focus, so that one need not look for it.
 */
export function PreviewPane({ answer, names, language }: PreviewPaneProps) {
  const { t } = useTranslation();
  const { id } = useKeptField('body');
  const lang = useLangOf(language);
  const html = useLivePreview(id) ?? answer?.preview ?? '';
  // What may point to somebody comes first where both are brought.
  const isAsked = typeof answer?.preview === 'string' && !answer.look;
  const pane = useRef<HTMLElement>(null);

  // Without scripts the attribute `autofocus` does the same as the page loads.
  useEffect(() => {
    if (isAsked) pane.current?.focus();
    // Every answer, for the button may be pressed again.
  }, [answer, isAsked]);

  if (html === '') return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus, jsx-a11y/no-noninteractive-tabindex -- it is what the person has just asked to see; in its column a long one is scrolled, which the keyboard must reach
    <section className="preview" tabIndex={0} ref={pane} autoFocus={isAsked} aria-labelledby="preview-title">
      <h2 className="preview-title" id="preview-title">
        {t('compose.previewTitle')}
      </h2>
      {names && (
        <p className="preview-who">
          <span className="when-anonymous">{names.alias ?? t('compose.someAlias')}</span>
          <span className="when-pen-name">{names.penName}</span>
        </p>
      )}
      <div className={proseClass(html)} dir="auto" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
