import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isUrgentSearch } from '#app/domain/moderation/urgent/speaks-of-danger.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import type { PageHit } from '#app/domain/search/views.ts';
import { ChosenFilters } from './chosen-filters.tsx';
import { NothingFound } from './nothing-found.tsx';
import { SearchForm, type SearchedGroup } from './search-form.tsx';
import { SearchHits } from './search-hits.tsx';
import { SearchPager } from './search-pager.tsx';
import { UrgentHelp } from './urgent-help.tsx';

/** From this total on it says "or more". */
const COUNTED = 200;

type Found = { total: number; page: number; hits: readonly PageHit[] };

type Props = {
  asked: SearchRequest;
  groups: readonly SearchedGroup[];
  /** Null until something is asked. */
  result: Found | null;
  /** What stands below what was found. */
  children?: ReactNode;
};

/** The search: the form, what was chosen, and what was found. */
export function SearchPage({ asked, groups, result, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page search-page">
      <h1>{t('search.heading')}</h1>
      <SearchForm asked={asked} groups={groups} />
      {isUrgentSearch(asked.q) && <UrgentHelp />}
      {result === null && <p className="quiet">{t('search.start')}</p>}
      {result !== null && (
        <section aria-labelledby="found">
          <div className="search-head">
            <h2 id="found">{result.total === 0 ? t('search.results') : <Found total={result.total} q={asked.q} />}</h2>
            <ChosenFilters asked={asked} groups={groups} />
          </div>
          {result.hits.length === 0 ? <NothingFound asked={asked} /> : <SearchHits hits={result.hits} />}
          <SearchPager asked={asked} total={result.total} />
        </section>
      )}
      {children}
    </div>
  );
}

function Found({ total, q }: { total: number; q: string }) {
  const { t } = useTranslation();
  const isMany = total >= COUNTED;
  if (q === '') return <>{t(isMany ? 'search.foundManyAll' : 'search.found', { count: total })}</>;
  return <>{t(isMany ? 'search.foundMany' : 'search.foundFor', { count: total, q })}</>;
}
