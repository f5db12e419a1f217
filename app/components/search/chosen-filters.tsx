import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { formatDay } from '#app/i18n/dates.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { SearchedGroup } from './search-form.tsx';
import { searchPath, without, type Filter } from './search-path.ts';

type Chosen = { filter: Filter | 'since' | 'thread'; value: string; name: string };

type Props = { asked: SearchRequest; groups: readonly SearchedGroup[] };

/** What the search is narrowed to, each a link that takes it away again. */
export function ChosenFilters({ asked, groups }: Props) {
  const { t } = useTranslation();
  const chosen = chosenFilters(asked, groups, useLanguage(), t);
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('search.chosen')}>
      {chosen.map(({ filter, value, name }) => (
        <li key={`${filter} ${value}`}>
          <a href={searchPath(without(asked, filter, value))} aria-label={t('search.removeFilter', { name })}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function chosenFilters(
  asked: SearchRequest,
  groups: readonly SearchedGroup[],
  language: Language,
  t: TFunction,
): Chosen[] {
  const topicNames = new Map(groups.flatMap((group) => [group, ...group.topics]).map(({ slug, name }) => [slug, name]));
  const chosen: Chosen[] = [
    ...asked.topic.map((value) => ({ filter: 'topic' as const, value, name: topicNames.get(value) ?? value })),
    ...asked.perspective.map((value) => ({
      filter: 'perspective' as const,
      value,
      name: perspectiveOf(value)?.name[language] ?? value,
    })),
    ...asked.kind.map((value) => ({ filter: 'kind' as const, value, name: t(`threads.kind.${value}`) })),
    ...asked.language.map((value) => ({
      filter: 'language' as const,
      value,
      name: t(`threads.otherLanguage.${value}`),
    })),
    ...asked.answered.map((value) => ({
      filter: 'answered' as const,
      value,
      name: t(value === 'yes' ? 'search.answeredYes' : 'search.answeredNo'),
    })),
  ];
  const { since, thread } = asked;
  if (since !== null) chosen.push({ filter: 'since', value: since, name: sinceName(since, language, t) });
  if (thread !== null) chosen.push({ filter: 'thread', value: thread, name: t('search.inThread') });
  return chosen;
}

function sinceName(since: string, language: Language, t: TFunction): string {
  if (since === '7d' || since === '30d' || since === '1y') return t(`search.since${since}`);
  return t('search.sinceDay', { day: formatDay(new Date(since), language) });
}
