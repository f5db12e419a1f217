import type { SearchRequest } from '#app/domain/search/schema.ts';
import { searchPath } from '../search/search-path.ts';

/** The feed of a search, whose order is its own: newest first. */
export function searchFeedPath(asked: SearchRequest): string {
  return searchPath({ ...asked, sort: 'relevance', page: 1 }).replace('/search', '/feeds/search.atom');
}
