import { useTranslation } from '#app/i18n/use-translation.tsx';
import { topicPath } from '#app/platform/urls.ts';

type Props = { groupName: string; topics: readonly { slug: string; name: string }[] };

/** The other topics of a group: a question often belongs next door. */
export function OtherTopics({ groupName, topics }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="aside-block" aria-labelledby="other-topics">
      <h2 id="other-topics">{t('topics.othersInGroup', { group: groupName })}</h2>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={topicPath(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
