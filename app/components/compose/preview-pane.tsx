import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

type PreviewPaneProps = {
  /** Made safe by the server's renderer, as published posts are. */
  html: string;
  /** Whether it was asked for by a button: then it takes the focus, so that one need not look for it. */
  asked: boolean;
};

/** The text as readers will see it. */
export function PreviewPane({ html, asked }: PreviewPaneProps) {
  const { t } = useTranslation();
  const pane = useRef<HTMLElement>(null);

  // Without scripts the attribute `autofocus` does the same as the page loads.
  useEffect(() => {
    if (asked) pane.current?.focus();
  }, [asked]);

  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- it is what the person has just asked to see
    <section className="preview" tabIndex={-1} ref={pane} autoFocus={asked} aria-labelledby="preview-title">
      <h2 className="preview-title" id="preview-title">
        {t('compose.previewTitle')}
      </h2>
      <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
