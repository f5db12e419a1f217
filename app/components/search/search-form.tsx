import { useTranslation } from 'react-i18next';
import { LONGEST_QUERY, SORTS } from '#app/domain/search/choices.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { PERSPECTIVES } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { FilterSelect } from './filter-select.tsx';

export type SearchedGroup = { slug: string; name: string; topics: readonly { slug: string; name: string }[] };

type Props = { asked: SearchRequest; groups: readonly SearchedGroup[] };

/** Words, and what they are narrowed to. A plain GET: every search has its address. */
export function SearchForm({ asked, groups }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <form className="search-form" action="/search" method="get" role="search">
      <label className="label" htmlFor="q">
        {t('search.label')}
      </label>
      <div className="search-row">
        <input
          className="input"
          id="q"
          type="search"
          name="q"
          defaultValue={asked.q}
          maxLength={LONGEST_QUERY}
          autoComplete="off"
          enterKeyHint="search"
          aria-keyshortcuts="/"
          data-search-field=""
        />
        <button className="button button-primary" type="submit">
          {t('search.go')}
        </button>
      </div>
      <div className="search-filters">
        <FilterSelect
          name="topic"
          label={t('search.topic')}
          any={t('search.anyTopic')}
          another={t('search.addTopic')}
          chosen={asked.topic}
          groups={groups.map(({ slug, name, topics }) => ({
            label: name,
            options: [{ slug, name: t('search.wholeGroup', { group: name }) }, ...topics],
          }))}
        />
        <FilterSelect
          name="perspective"
          label={t('search.perspective')}
          any={t('search.anyPerspective')}
          another={t('search.addPerspective')}
          chosen={asked.perspective}
          groups={[{ options: PERSPECTIVES.map(({ slug, name }) => ({ slug, name: name[language] })) }]}
        />
        <label>
          {t('search.sort')}
          <select className="input select" name="sort" defaultValue={asked.sort} key={asked.sort}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`search.${sort}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <KeptFilters asked={asked} />
    </form>
  );
}

/** What the address narrows the search to and the form has no field for. */
function KeptFilters({ asked }: { asked: SearchRequest }) {
  const kept: [string, string][] = [
    ...asked.kind.map((value): [string, string] => ['kind', value]),
    ...asked.language.map((value): [string, string] => ['language', value]),
    ...asked.answered.map((value): [string, string] => ['answered', value]),
  ];
  if (asked.since !== null) kept.push(['since', asked.since]);
  if (asked.thread !== null) kept.push(['thread', asked.thread]);
  return (
    <>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
