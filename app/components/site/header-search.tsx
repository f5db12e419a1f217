import { useTranslation } from '#app/i18n/use-translation.tsx';
import { searchSuggestPath } from '#app/platform/urls.ts';
import { SuggestionsBox } from '../suggestions/suggestions-box.tsx';

/** The search field of the header; the search page carries its own. */
export function HeaderSearch() {
  const { t } = useTranslation();
  return (
    <form className="header-search" action="/search" method="get" role="search" aria-label={t('site.search')}>
      <label className="visually-hidden" htmlFor="header-search">
        {t('site.searchLabel')}
      </label>
      <SearchIcon />
      <input
        id="header-search"
        type="search"
        name="q"
        maxLength={500}
        placeholder={t('site.searchExample')}
        autoComplete="off"
        enterKeyHint="search"
        aria-keyshortcuts="/"
        data-search-field
        data-suggest={searchSuggestPath}
      />
      <SuggestionsBox />
      <button type="submit" className="visually-hidden">
        {t('site.search')}
      </button>
    </form>
  );
}

function SearchIcon() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="8.5" cy="8.5" r="5.25" />
      <path d="m12.6 12.6 4.4 4.4" />
    </svg>
  );
}
