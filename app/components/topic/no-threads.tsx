import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadPath, topicPath } from '#app/platform/urls.ts';

type Props = { slug: string; isNarrowed: boolean };

/** A topic without threads, or without any that fit, and the next step from there. */
export function NoThreads({ slug, isNarrowed }: Props) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p className="empty-words">{t(isNarrowed ? 'topics.emptyFiltered' : 'topics.empty')}</p>
      {isNarrowed ? (
        <a href={topicPath(slug)}>{t('topics.showAll')}</a>
      ) : (
        <>
          <p>{t('topics.emptyHint')}</p>
          <a className="button button-primary" href={newThreadPath(slug)}>
            {t('site.newThread')}
          </a>
        </>
      )}
    </div>
  );
}
