import { useTranslation } from 'react-i18next';
import { Moment } from '#app/components/moment.tsx';
import { WordDiff } from '#app/components/word-diff.tsx';
import type { RevisionView } from '#app/domain/posts/views.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

type HistoryPageProps = {
  number: number;
  thread: { id: string; slug: string; title: string };
  revisions: readonly RevisionView[];
};

/** What became of a post after it was written, newest first. */
export function HistoryPage({ number, thread, revisions }: HistoryPageProps) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow history">
      <p className="quiet">
        <a href={postInThreadPath(thread, number)}>{thread.title}</a>
      </p>
      <h1>{t('editing.historyTitle', { number })}</h1>
      <p className="lead">{revisions.length > 0 ? t('editing.historyLead') : t('editing.historyEmpty')}</p>
      <ol className="revisions" reversed>
        {revisions.map((revision) => (
          <li key={revision.version}>
            <Revision revision={revision} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Revision({ revision }: { revision: RevisionView }) {
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
          <WordDiff parts={parts} />
        </section>
      ))}
    </article>
  );
}
