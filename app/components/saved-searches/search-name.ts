import type { TFunction } from 'i18next';
import type { SavedSearch } from '#app/domain/search/saved/views.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import type { Language } from '#app/i18n/languages.ts';
import { chosenFilters } from '../search/chosen-filters.tsx';
import type { SearchedGroup } from '../search/search-form.tsx';

type Wording = { groups: readonly SearchedGroup[]; language: Language; t: TFunction };

/** What a search is called that was given no name: its words, and what it is narrowed to. */
export function wordsOfSearch(request: SearchRequest, { groups, language, t }: Wording): string {
  const filters = chosenFilters({ ...request, thread: null }, groups, language, t).map(({ name }) => name);
  const where = request.thread === null ? [] : [t('savedSearches.inThread')];
  return [request.q.trim(), ...filters, ...where].join(' · ');
}

export function nameOfSearch({ name, request }: SavedSearch, wording: Wording): string {
  return name ?? wordsOfSearch(request, wording);
}
