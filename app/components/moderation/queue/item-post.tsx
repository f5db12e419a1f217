import type { ItemPost } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postInThreadPath } from '#app/platform/urls.ts';
import { Prose, useLangOf } from '../../prose.tsx';
import { Written } from '../../written.tsx';
import { FlagList } from '../flag-list.tsx';

/** The post that waits: what was said about it, as it was flagged, and as it is today. */
export function ItemPostView({ about: { post, thread, flags, fields, asFlagged } }: { about: ItemPost }) {
  const { t } = useTranslation();
  const lang = useLangOf(post.language);
  return (
    <>
      <section aria-labelledby="post-heading">
        <h2 id="post-heading">{t('queue.postToday')}</h2>
        <p className="quiet">
          <a href={postInThreadPath(thread, post.number)}>
            {t('queue.postOf', { number: post.number, name: post.author.name })}
          </a>{' '}
          · <Written text={thread.title} language={thread.language} />{' '}
          {post.state !== 'published' && <span className="tag">{t(`queue.state.${post.state}`)}</span>}
        </p>
        {post.html === '' ? <p>{t('queue.noText')}</p> : <Prose html={post.html} lang={post.language} />}
      </section>
      {fields.length > 0 && (
        <section aria-labelledby="fields-heading">
          <h2 id="fields-heading">{t('holds.queue.fields')}</h2>
          <dl className="queue-fields">
            {fields.map(({ field, text }) => (
              <div key={field}>
                <dt>{t(`editing.field.${field}`)}</dt>
                <dd lang={lang}>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {asFlagged.map(({ version, text }) => (
        <section key={version} aria-labelledby={`version-${version}`}>
          <h2 id={`version-${version}`}>{t('queue.asFlaggedVersion', { version })}</h2>
          <blockquote className="decided-on queue-as-flagged">
            {text === '' ? t('queue.noText') : <span lang={lang}>{text}</span>}
          </blockquote>
        </section>
      ))}
      <FlagList flags={flags} />
    </>
  );
}
