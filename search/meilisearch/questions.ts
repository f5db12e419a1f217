import { FACETS, MOST_HITS, type SearchQuery } from '../engine.ts';
import { FIELD_OF, filterOf, quoted, type FacetField } from './filter.ts';
import type { Question } from './multi-search.ts';
import { filterOfShare, type Share } from './shares.ts';
import type { Tally } from './tally.ts';

/** Hits of one question that are ranked by us. */
export const RANKED = 40;
/** Openings that are ranked with them for their titles, and for all that they say. */
export const OPENINGS = 30;
/** What is fetched of a hit: all that it is ranked and shown by. */
const FETCHED = [
  'id',
  'threadId',
  'title',
  'topicLabels',
  'body',
  'opening',
  'language',
  'createdDay',
  'replyCountBucket',
];
const SORTS = { relevance: [], newest: ['createdDay:desc'], discussed: ['replyCountBucket:desc'] } as const;

/** Which words may be missing: none, the commonest, or the last ones. */
export type Strategy = 'all' | 'frequency' | 'last';

/** Whether hits are shown and counted by facet, or only how many there are is told. */
export type Wanted = 'hits' | 'count';

/** A question for hits. `facets`: the fields whose values are counted among all that it finds; every hit brings its own. */
export type HitsQuestion = Question & { facets: FacetField[] };

/** What is asked for one share of a query: beyond what a tally holds, if it holds anything. */
export function questionOf(
  query: SearchQuery,
  tally: Tally,
  share: Share,
  { strategy, wants }: { strategy: Strategy; wants: Wanted },
): HitsQuestion {
  const inside = query.threadId !== null;
  const filter = [...filterOf({ ...query, filters: tally.filters }), ...filterOfShare(share)];
  if (tally.keys.size > 0) {
    filter.push(`NOT ${inside ? 'id' : 'threadId'} IN [${[...tally.keys].map(quoted).join(', ')}]`);
  }
  const isQuery = tally.facet === null;
  const hits = isQuery ? Math.min(MOST_HITS, Math.max(RANKED, query.page * query.limit)) : RANKED;
  const counted = FACETS.filter((facet) => (isQuery ? query.filters[facet].length === 0 : facet === tally.facet));
  const facets = wants === 'hits' ? counted.map((facet) => FIELD_OF[facet]) : [];
  const fetched = isQuery && wants === 'hits' ? FETCHED : ['id', 'threadId'];
  return {
    q: share.q,
    filter: [filter.join(' AND ')].filter(Boolean),
    matchingStrategy: strategy,
    ...(inside
      ? { attributesToSearchOn: ['bodyForms', 'bodyWords'], page: 1, hitsPerPage: hits }
      : { distinct: 'threadId', limit: hits }),
    ...(isQuery && { sort: [...SORTS[query.sort]] }),
    attributesToRetrieve: [...new Set([...fetched, ...facets])],
    facets,
  };
}

/**
 * What is remembered of a thread is its opening, but where many posts hold the words, the server puts first those in which they stand side by
 * side. So openings are asked for apart: by their titles, and by all that they say. Some of what is found anyhow, nothing more.
 */
export function openingsOf(query: SearchQuery, share: Share) {
  if (query.threadId !== null || query.sort !== 'relevance') return [];
  const filter = [...filterOf(query), 'opening = 1', ...filterOfShare(share)];
  const question = {
    q: share.q,
    filter: [filter.join(' AND ')],
    matchingStrategy: 'all' as const,
    attributesToRetrieve: FETCHED,
    limit: OPENINGS,
  };
  return [{ ...question, attributesToSearchOn: ['titleForms', 'titleWords'] }, question];
}
