import { expect, test } from 'vitest';
import { parseSearchRequest } from '#app/domain/search/schema.ts';
import { isAsking, isNarrowed, searchPath, without, withoutFilters } from './search-path.ts';

const read = (query: string) => parseSearchRequest(new URLSearchParams(query));

test('the address of a search leads to that search', () => {
  const query = 'q=late+fee&topic=fees-and-payment&perspective=client&perspective=therapist&sort=newest&page=3';
  expect(searchPath(read(query))).toBe(`/search?${query}`);
});

test('what stands at its default is left out, as empty fields of a form are', () => {
  expect(searchPath(read('q=&topic=&perspective=&sort=relevance&page=1'))).toBe('/search');
});

test('taking one filter away keeps the rest and goes back to the first page', () => {
  const asked = read('q=fee&perspective=client&perspective=therapist&since=30d&page=2');
  expect(searchPath(without(asked, 'perspective', 'client'))).toBe('/search?q=fee&perspective=therapist&since=30d');
  expect(searchPath(without(asked, 'since', '30d'))).toBe('/search?q=fee&perspective=client&perspective=therapist');
  expect(searchPath(withoutFilters(asked))).toBe('/search?q=fee');
});

test('a filter alone asks for what fits it, nothing at all asks for nothing', () => {
  expect(isAsking(read('perspective=client'))).toBe(true);
  expect(isAsking(read('q=%20&sort=newest'))).toBe(false);
  expect(isNarrowed(read('q=fee'))).toBe(false);
});
