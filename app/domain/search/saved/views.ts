import type { SearchRequest } from '../schema.ts';
import type { PageHit } from '../views.ts';

export type SavedSearch = {
  id: string;
  /** Null for one that goes by its words and filters. */
  name: string | null;
  request: SearchRequest;
};

/** What is new in a saved search since it was last marked as read. */
export type SearchNews = SavedSearch & {
  /** Newest first; of many the first few. */
  hits: PageHit[];
  /** How many there are; `MOST_NEWS` stands for that many or more. */
  count: number;
  /** All of it, for the form that marks it as read. */
  marks: string;
};

/** News of one search that are counted. */
export const MOST_NEWS = 50;
