import { Form } from '@remix-run/react';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../moment.tsx';
import { Notice } from '../notice.tsx';
import { SentenceWith, Written } from '../written.tsx';

export type DraftLine = {
  number: number;
  savedAt: Date;
  title: string;
  excerpt: string;
  /** Of what was written. */
  language: Language;
  place: { kind: 'new' } | { kind: 'reply'; title: string; language: Language } | { kind: 'gone' };
  /** The composer with the draft in it; null where its thread is no more to be seen. */
  path: string | null;
};

type Props = { drafts: readonly DraftLine[]; isSaved: boolean };

/** What one has begun to write. */
export function DraftsPage({ drafts, isSaved }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t('drafts.title')}</h1>
      {isSaved && (
        <Notice kind="done">
          <p>{t('drafts.saved')}</p>
        </Notice>
      )}
      <p className="lead">{t('drafts.note')}</p>
      {drafts.length === 0 && <p>{t('drafts.none')}</p>}
      <ol className="thread-list">
        {drafts.map((draft) => (
          <li key={draft.number}>
            <DraftEntry draft={draft} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function DraftEntry({ draft }: { draft: DraftLine }) {
  const { t } = useTranslation();
  const { number, place, path, excerpt, language, savedAt } = draft;
  const title = <DraftTitle draft={draft} />;
  return (
    <>
      <h2 className="thread-title">{path === null ? title : <a href={path}>{title}</a>}</h2>
      {excerpt !== '' && (
        <p className="thread-question">
          <Written text={excerpt} language={language} />
        </p>
      )}
      <ul className="meta">
        {place.kind === 'new' && <li>{t('drafts.newThread')}</li>}
        <li>
          {t('drafts.savedAt')} <Moment date={savedAt} />
        </li>
      </ul>
      <Form className="draft-actions" method="post" action="/me/drafts">
        {path !== null && (
          <a className="button" href={path}>
            {t('drafts.goOn')}
          </a>
        )}
        <input type="hidden" name="draft" value={number} />
        <button className="button" type="submit">
          {t('drafts.throwAway')}
        </button>
      </Form>
    </>
  );
}

function DraftTitle({ draft: { place, title, language } }: { draft: DraftLine }) {
  const { t } = useTranslation();
  if (place.kind === 'gone') return <>{t('drafts.threadGone')}</>;
  if (place.kind === 'reply')
    return (
      <SentenceWith
        sentence={(text) => t('drafts.replyIn', { title: text })}
        text={place.title}
        language={place.language}
      />
    );
  return title === '' ? <>{t('drafts.untitled')}</> : <Written text={title} language={language} />;
}
