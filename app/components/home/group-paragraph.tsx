import type { TopicGroupView } from '#app/domain/topics/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath, topicPath } from '#app/platform/urls.ts';
import { langUnless } from '../prose.tsx';

export type LivelyGroup = TopicGroupView & {
  /** The thread of the group that was last written in, if that was lately. */
  liveliest: { id: string; slug: string; title: string; language: Language } | null;
};

/** A topic group in a paragraph: what it is about, its topics, and where the talk is now. */
export function GroupParagraph({ group }: { group: LivelyGroup }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { liveliest } = group;
  return (
    <section className="group" aria-labelledby={group.slug}>
      <h3 id={group.slug}>{group.name}</h3>
      <p>{group.description}</p>
      <ul className="group-topics" aria-label={t('home.topicsOf', { group: group.name })}>
        {group.topics.map((topic) => (
          <li key={topic.slug}>
            <a href={topicPath(topic.slug)}>{topic.name}</a>
          </li>
        ))}
      </ul>
      {liveliest && (
        <p className="group-last">
          {t('home.liveliest')}{' '}
          <a href={threadPath(liveliest)} lang={langUnless(language, liveliest.language)}>
            {liveliest.title}
          </a>
        </p>
      )}
    </section>
  );
}
