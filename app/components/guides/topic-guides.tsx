import type { GuideLine } from '#app/domain/threads/list-guides.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { langUnless } from '../prose.tsx';

/** What staff keep about a topic, above what people ask there. */
export function TopicGuides({ guides }: { guides: readonly GuideLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (guides.length === 0) return null;
  return (
    <section className="topic-guides" aria-labelledby="topic-guides">
      <h2 id="topic-guides">{t('guides.ofTopic')}</h2>
      <ul>
        {guides.map((guide) => (
          <li key={guide.id}>
            <a href={threadPath(guide)} lang={langUnless(language, guide.language)}>
              {guide.title}
            </a>
            <span className="quiet">
              {t('guides.updated')} <Moment date={guide.updatedAt} kind="day" />
              {guide.language !== language && <> · {t(`threads.otherLanguage.${guide.language}`)}</>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
