import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { MOST_HITS } from '../engine.ts';
import { FORM_FIELDS, WORD_FIELDS } from './document.ts';
import { ONE_SLIP_FROM, TWO_SLIPS_FROM } from './slips.ts';

/** Raised when documents are turned into stored ones in another way (document.ts, basic-form.ts): then the index is made anew. */
const FORMAT = 1;

/** What says which documents are found and in which order. A change of it makes a new index; synonyms are apart (synonyms.ts). */
const RELEVANCE = {
  searchableAttributes: [...FORM_FIELDS, ...WORD_FIELDS],
  filterableAttributes: [
    'id',
    'threadId',
    'opening',
    'topics',
    'perspective',
    'kind',
    'language',
    'answered',
    'createdDay',
    'lastActivityDay',
    'replyCountBucket',
  ],
  sortableAttributes: ['id', 'createdDay', 'lastActivityDay', 'replyCountBucket'],
  // An order that was asked for holds first; openings go first among equals, for a thread is remembered by its opening. Only what chooses the documents that we
  // rank ourselves (061): each rule costs. Words that stand together tell more than a slip in one of them.
  rankingRules: ['sort', 'words', 'proximity', 'typo', 'attributeRank', 'opening:desc'],
  // Words that tell little are left out of queries, not of the index: a quoted phrase may hold them.
  stopWords: [],
  typoTolerance: {
    enabled: true,
    // Of basic forms, which are shorter than the words typed.
    minWordSizeForTypos: { oneTypo: ONE_SLIP_FROM, twoTypos: TWO_SLIPS_FROM },
    disableOnAttributes: [...WORD_FIELDS],
    disableOnWords: ['hipaa', 'gdpr', 'lgbtq', 'lgbtqi', 'lgbtqia', 'adhd', 'emdr', 'ptsd', 'c19'],
    disableOnNumbers: true,
  },
  pagination: { maxTotalHits: MOST_HITS },
  faceting: { maxValuesPerFacet: 500, sortFacetValuesBy: { '*': 'alpha' } },
  proximityPrecision: 'byWord',
  searchCutoffMs: 800,
  facetSearch: false,
  prefixSearch: 'indexingTime',
} satisfies Settings;

const SHOWN = [
  'id',
  'threadId',
  'title',
  'topicLabels',
  'body',
  'opening',
  'topics',
  'perspective',
  'kind',
  'language',
  'answered',
  'createdDay',
  'lastActivityDay',
  'replyCountBucket',
  'fingerprint',
];

/** Says in an index what it was made by: the name of a field that no document has. */
export const MADE_BY = `made-by-${createHash('sha256')
  .update(JSON.stringify([FORMAT, RELEVANCE, SHOWN]))
  .digest('hex')
  .slice(0, 16)}`;

/** All settings of an index but its synonyms. */
export const INDEX_SETTINGS = { ...RELEVANCE, displayedAttributes: [...SHOWN, MADE_BY] } satisfies Settings;

/** Whether an index with these settings finds as this code means it to. */
export function isMadeByUs(settings: Settings): boolean {
  return settings.displayedAttributes?.includes(MADE_BY) ?? false;
}
