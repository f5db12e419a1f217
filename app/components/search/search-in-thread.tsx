import { LONGEST_QUERY } from '#app/domain/search/choices.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** A search that is kept to one thread. A plain GET to the search page, which names the thread and leads out of it again. */
export function SearchInThread({ threadId }: { threadId: string }) {
  const { t } = useTranslation();
  const label = t('search.searchInThread');
  return (
    <form className="thread-search" action="/search" method="get" role="search" aria-label={label}>
      <input type="hidden" name="thread" value={threadId} />
      <label className="visually-hidden" htmlFor="thread-search">
        {label}
      </label>
      <input
        className="input"
        id="thread-search"
        type="search"
        name="q"
        maxLength={LONGEST_QUERY}
        placeholder={label}
        autoComplete="off"
        enterKeyHint="search"
        required
      />
      <button className="button" type="submit">
        {t('search.go')}
      </button>
    </form>
  );
}
