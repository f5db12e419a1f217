import type { TFunction } from 'i18next';
import type { SearchedThread } from '#app/domain/search/get-searched-thread.server.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { formatDay } from '#app/i18n/dates.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { langUnless } from '../prose.tsx';
import type { SearchedGroup } from './search-form.tsx';
import { searchPath, without, type Filter } from './search-path.ts';

type Chosen = { filter: Filter | 'since' | 'thread'; value: string; name: string; lang?: Language | undefined };

type Props = {
  asked: SearchRequest;
  groups: readonly SearchedGroup[];
  /** Of a search inside a thread; null too where it is not for this viewer. */
  thread: SearchedThread | null;
};

/** What the search is narrowed to, each a link that takes it away again. */
export function ChosenFilters({ asked, groups, thread }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = chosenFilters(asked, groups, language, t);
  if (asked.thread !== null) {
    const name = thread === null ? t('search.inThread') : t('search.inThisThread', { title: thread.title });
    chosen.push({
      filter: 'thread',
      value: asked.thread,
      name,
      lang: thread ? langUnless(language, thread.language) : undefined,
    });
  }
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('search.chosen')}>
      {chosen.map(({ filter, value, name, lang }) => (
        <li key={`${filter} ${value}`}>
          <a href={searchPath(without(asked, filter, value))} aria-label={t('search.removeFilter', { name })}>
            <span lang={lang}>{name}</span>
          </a>
        </li>
      ))}
      {asked.thread !== null && (
        <li>
          <a className="chip-way-out" href={searchPath(without(asked, 'thread', asked.thread))}>
            {t('search.searchEverywhere')}
          </a>
        </li>
      )}
    </ul>
  );
}

/** What a search is narrowed to, in words; but not to which thread. */
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
  const { since } = asked;
  if (since !== null) chosen.push({ filter: 'since', value: since, name: sinceName(since, language, t) });
  return chosen;
}

function sinceName(since: string, language: Language, t: TFunction): string {
  if (since === '7d' || since === '30d' || since === '1y') return t(`search.since${since}`);
  return t('search.sinceDay', { day: formatDay(new Date(since), language) });
}
