import type { ReactNode } from 'react';
import { isUrgentSearch } from '#app/domain/moderation/urgent/speaks-of-danger.ts';
import type { SearchedThread } from '#app/domain/search/get-searched-thread.server.ts';
import type { Offers } from '#app/domain/search/offer-instead.server.ts';
import type { SearchParameter, SearchRequest } from '#app/domain/search/schema.ts';
import type { PageHit } from '#app/domain/search/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { ChosenFilters } from './chosen-filters.tsx';
import { FacetList } from './facet-list.tsx';
import { areTold, type Counts } from './facets.ts';
import { NoWords } from './no-words.tsx';
import { NothingFound } from './nothing-found.tsx';
import { PassedOver } from './passed-over.tsx';
import { SearchForm, type SearchedGroup } from './search-form.tsx';
import { SearchHits } from './search-hits.tsx';
import { SearchPager } from './search-pager.tsx';
import { SearchSort } from './search-sort.tsx';
import { foundWords } from './search-title.ts';
import { UrgentHelp } from './urgent-help.tsx';

export type FoundView = {
  total: number;
  hits: readonly PageHit[];
  facets: Counts;
  /** Another engine than the forum's own answered. */
  isFallback: boolean;
  /** What to try, where nothing was found. */
  offers: Offers | null;
};

type Props = {
  asked: SearchRequest;
  /** What of the address made no sense. */
  passedOver: readonly SearchParameter[];
  groups: readonly SearchedGroup[];
  thread: SearchedThread | null;
  /** Null until something is asked. */
  result: FoundView | 'no-words' | null;
  /** What stands below what was found. */
  children?: ReactNode;
};

/** The search: the form, what was chosen, and what was found. */
export function SearchPage({ asked, passedOver, groups, thread, result, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page search-page">
      <h1>{t('search.heading')}</h1>
      <SearchForm asked={asked} groups={groups} withFilters={result === null} />
      {isUrgentSearch(asked.q) && <UrgentHelp />}
      <PassedOver names={passedOver} />
      {result === null && <p className="quiet">{t('search.start')}</p>}
      {result === 'no-words' && <NoWords q={asked.q} />}
      {result !== null && result !== 'no-words' && (
        <Found asked={asked} groups={groups} thread={thread} result={result} />
      )}
      {children}
    </div>
  );
}

type FoundProps = Pick<Props, 'asked' | 'groups' | 'thread'> & { result: FoundView };

function Found({ asked, groups, thread, result: { total, hits, facets, isFallback, offers } }: FoundProps) {
  const { t } = useTranslation();
  return (
    <section className="search-results" aria-labelledby="found">
      <div className="search-head">
        <h2 id="found">{foundWords({ asked, total, t })}</h2>
        <ChosenFilters asked={asked} groups={groups} thread={thread} />
        {total > 1 && <SearchSort asked={asked} />}
        {isFallback && <p className="quiet">{t('search.simpler')}</p>}
      </div>
      {(total > 0 || areTold(facets)) && <FacetList asked={asked} groups={groups} counts={facets} />}
      <div className="search-found">
        {hits.length > 0 && <SearchHits hits={hits} withinThread={asked.thread !== null} />}
        {offers !== null && <NothingFound asked={asked} offers={offers} />}
        {hits.length === 0 && offers === null && <p>{t('search.noneHere')}</p>}
        <SearchPager asked={asked} total={total} />
      </div>
    </section>
  );
}
