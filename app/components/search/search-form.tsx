import { LONGEST_QUERY } from '#app/domain/search/choices.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { PERSPECTIVES } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { searchSuggestPath } from '#app/platform/urls.ts';
import { FilterSelect } from './filter-select.tsx';
import { SearchHelp } from './search-help.tsx';
import { parametersOf } from './search-path.ts';
import { SuggestionsBox } from '../suggestions/suggestions-box.tsx';

export type SearchedGroup = { slug: string; name: string; topics: readonly { slug: string; name: string }[] };

type Props = {
  asked: SearchRequest;
  groups: readonly SearchedGroup[];
  /** Whether one may narrow the search here: once there are results, that is done beside them. */
  withFilters: boolean;
};

/** Words, and what they are narrowed to. A plain GET: every search has its address. */
export function SearchForm({ asked, groups, withFilters }: Props) {
  const { t } = useTranslation();
  return (
    <form className="search-form" action="/search" method="get" role="search">
      <label className="label" htmlFor="q">
        {t('search.label')}
      </label>
      <div className="search-row">
        <div className="search-field">
          <input
            className="input"
            id="q"
            type="search"
            name="q"
            defaultValue={asked.q}
            key={asked.q}
            maxLength={LONGEST_QUERY}
            autoComplete="off"
            enterKeyHint="search"
            aria-keyshortcuts="/"
            data-search-field=""
            data-suggest={searchSuggestPath}
          />
          <SuggestionsBox />
        </div>
        <button className="button button-primary" type="submit">
          {t('search.go')}
        </button>
      </div>
      <SearchHelp />
      {withFilters ? <Filters asked={asked} groups={groups} /> : <Kept asked={asked} />}
    </form>
  );
}

function Filters({ asked, groups }: Pick<Props, 'asked' | 'groups'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
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
    </div>
  );
}

/** What the address narrows the search to goes with other words. */
function Kept({ asked }: Pick<Props, 'asked'>) {
  const kept = parametersOf({ ...asked, q: '', page: 1 });
  return (
    <>
      {[...kept].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
