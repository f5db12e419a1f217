import type { TFunction } from 'i18next';
import { PERIODS } from '#app/domain/search/choices.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import type { SearchResult } from '#app/domain/search/views.ts';
import { THREAD_KINDS } from '#app/domain/threads/views.ts';
import { PERSPECTIVES } from '#app/domain/topics/perspectives.ts';
import { LANGUAGES, type Language } from '#app/i18n/languages.ts';
import type { SearchedGroup } from './search-form.tsx';
import { searchPath, without, withValue, type Filter } from './search-path.ts';

/** One value that results may be narrowed to, or no more be; `count` null where it cannot be told. */
export type FacetValue = { value: string; name: string; count: number | null; isChosen: boolean; path: string };
export type FacetView = { key: string; name: string; values: FacetValue[] };

/** How many of the results each value has; empty where that cannot be told. */
export type Counts = SearchResult['facets'];

type Given = {
  asked: SearchRequest;
  groups: readonly SearchedGroup[];
  counts: Counts;
  language: Language;
  t: TFunction;
};

/** What the results may be narrowed to: values that are in some of them, and those chosen. A list with nothing to choose is left out. */
export function facetsOf(given: Given): FacetView[] {
  return [groupFacet(given), topicFacet(given), ...plainFacets(given), periodFacet(given)].filter(
    ({ values }) => values.length > 1 || values.some(({ isChosen }) => isChosen),
  );
}

type Named = { slug: string; name: string };

function groupFacet({ asked, groups, counts, t }: Given): FacetView {
  // Who chooses a group wants it whole: its topics say no more.
  const choose = (slug: string) => {
    const topics = new Set(groups.find((group) => group.slug === slug)?.topics.map((topic) => topic.slug));
    return { ...asked, topic: asked.topic.filter((each) => !topics.has(each)) };
  };
  const values = valuesOf({ asked, filter: 'topic', named: groups, counts, choose });
  return { key: 'group', name: t('search.facet.group'), values: byCount(values) };
}

function topicFacet({ asked, groups, counts, t }: Given): FacetView {
  // Who chooses a topic of a chosen group wants less than the group.
  const choose = (slug: string) => {
    const group = groups.find(({ topics }) => topics.some((topic) => topic.slug === slug))?.slug;
    return { ...asked, topic: asked.topic.filter((each) => each !== group) };
  };
  const named = groups.flatMap(({ topics }) => topics);
  const values = valuesOf({ asked, filter: 'topic', named, counts, choose });
  return { key: 'topic', name: t('search.facet.topic'), values: byCount(values.filter(isToldOrChosen)) };
}

function plainFacets({ asked, counts, language, t }: Given): FacetView[] {
  const lists: { filter: Exclude<Filter, 'topic'>; named: Named[] }[] = [
    { filter: 'perspective', named: PERSPECTIVES.map(({ slug, name }) => ({ slug, name: name[language] })) },
    { filter: 'kind', named: THREAD_KINDS.map((slug) => ({ slug, name: t(`threads.kind.${slug}`) })) },
    {
      filter: 'answered',
      named: [
        { slug: 'yes', name: t('search.answeredYes') },
        { slug: 'no', name: t('search.answeredNo') },
      ],
    },
    { filter: 'language', named: LANGUAGES.map((slug) => ({ slug, name: t(`threads.otherLanguage.${slug}`) })) },
  ];
  return lists.map(({ filter, named }) => ({
    key: filter,
    name: t(`search.facet.${filter}`),
    values: valuesOf({ asked, filter, named, counts }),
  }));
}

/** Its values have no counts: these would cost nearly as much as the search itself (docs/decisions/062). */
function periodFacet({ asked, t }: Given): FacetView {
  const values = PERIODS.map((value): FacetValue => {
    const isChosen = asked.since === value;
    const path = searchPath(isChosen ? without(asked, 'since', value) : withValue(asked, 'since', value));
    return { value, name: t(`search.since${value}`), count: null, isChosen, path };
  });
  return { key: 'since', name: t('search.facet.since'), values };
}

type Values = {
  asked: SearchRequest;
  filter: Filter;
  named: readonly Named[];
  counts: Counts;
  /** The search that a further value is added to. */
  choose?: (slug: string) => SearchRequest;
};

function valuesOf({ asked, filter, named, counts, choose = () => asked }: Values): FacetValue[] {
  const isTold = areTold(counts);
  return named
    .map(({ slug, name }): FacetValue => {
      const isChosen = (asked[filter] as readonly string[]).includes(slug);
      const path = searchPath(isChosen ? without(asked, filter, slug) : withValue(choose(slug), filter, slug));
      return { value: slug, name, count: isTold ? (counts[filter][slug] ?? 0) : null, isChosen, path };
    })
    .filter(isUseful);
}

/** An engine that counts finds at least the values of one hit. */
export function areTold(counts: Counts): boolean {
  return Object.values(counts).some((values) => Object.keys(values).length > 0);
}

function isUseful({ count, isChosen }: FacetValue): boolean {
  return isChosen || count !== 0;
}

/** There are too many topics to list them without saying how many threads each has. */
function isToldOrChosen({ count, isChosen }: FacetValue): boolean {
  return isChosen || count !== null;
}

function byCount(values: FacetValue[]): FacetValue[] {
  return [...values].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
}
