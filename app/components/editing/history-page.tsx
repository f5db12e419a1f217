import { Moment } from '#app/components/moment.tsx';
import { WordDiff } from '#app/components/word-diff.tsx';
import type { RevisionView } from '#app/domain/posts/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { WayBack, type Back } from '../post/way-back.tsx';

type HistoryPageProps = {
  number: number;
  /** Of the post. */
  language: Language;
  back: Back;
  revisions: readonly RevisionView[];
};

/** What became of a post after it was written, newest first. */
export function HistoryPage({ number, language, back, revisions }: HistoryPageProps) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow history">
      <WayBack back={back} />
      <h1>{t('editing.historyTitle', { number })}</h1>
      <p className="lead">{revisions.length > 0 ? t('editing.historyLead') : t('editing.historyEmpty')}</p>
      <ol className="revisions" reversed>
        {revisions.map((revision) => (
          <li key={revision.version}>
            <Revision revision={revision} language={language} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Revision({ revision, language }: { revision: RevisionView; language: Language }) {
  const { t } = useTranslation();
  const { by, at, reason, changes, erased } = revision;
  return (
    <article className="revision">
      <h2>{by === 'moderator' ? t('posts.editedByModerator') : t('posts.editedByAuthor')}</h2>
      <p className="quiet">
        <Moment date={at} kind="about" />
        {reason !== null && <> · {reason}</>}
      </p>
      {erased > 0 && (
        <p>
          <span className="redacted">{t('redaction.gone', { count: erased })}</span> {t('redaction.goneNote')}
        </p>
      )}
      {changes === null && <p>{t('editing.notShown')}</p>}
      {changes?.map(({ field, parts }) => (
        <section key={field} aria-label={t(`editing.field.${field}`)}>
          <h3>{t(`editing.field.${field}`)}</h3>
          <WordDiff parts={parts} language={language} />
        </section>
      ))}
    </article>
  );
}
