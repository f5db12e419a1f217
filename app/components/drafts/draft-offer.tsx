import { Form } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadFromDraftPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { Notice } from '../notice.tsx';
import { Written } from '../written.tsx';

export type OfferedDraft = { number: number; title: string; language: Language; savedAt: Date };

type Props = {
  /** Threads that one has begun, the latest first. */
  drafts: readonly OfferedDraft[];
  /** The slug of the topic one came from. */
  topic: string;
};

/** Over the form for a new thread: the one that is begun and not published, to go on with or to throw away. */
export function DraftOffer({ drafts, topic }: Props) {
  const { t } = useTranslation();
  const [first] = drafts;
  const told = useRef<HTMLParagraphElement>(null);
  const [isThrown, setThrown] = useState(false);
  // An effect, for the focus goes with the button that was pressed, once its draft is gone.
  useEffect(() => {
    if (isThrown && !first) told.current?.focus();
  }, [isThrown, first]);
  if (!first) {
    return isThrown ? (
      <p className="quiet" role="status" tabIndex={-1} ref={told}>
        {t('drafts.thrownAway')}
      </p>
    ) : null;
  }
  const path = newThreadFromDraftPath(first.number);
  return (
    <Notice>
      <p>
        {t('drafts.unfinished')}{' '}
        <a href={path}>
          {first.title === '' ? t('drafts.untitled') : <Written text={first.title} language={first.language} />}
        </a>
        . {t('drafts.savedAt')} <Moment date={first.savedAt} />
      </p>
      <Form
        className="draft-actions"
        method="post"
        action="/me/drafts"
        preventScrollReset
        onSubmit={() => setThrown(true)}
      >
        <a className="button" href={path}>
          {t('drafts.goOn')}
        </a>
        <input type="hidden" name="draft" value={first.number} />
        <input type="hidden" name="newThreadIn" value={topic} />
        <button className="button" type="submit">
          {t('drafts.throwAway')}
        </button>
        {drafts.length > 1 && <a href="/me/drafts">{t('drafts.title')}</a>}
      </Form>
    </Notice>
  );
}
