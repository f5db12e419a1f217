import { expect, it } from 'vitest';
import { parseSearchRequest } from '#app/domain/search/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { foundWords, searchName } from './search-title.ts';

const t = translator('en');
const said = (q: string, total: number): string =>
  foundWords({ asked: parseSearchRequest(new URLSearchParams({ q })), total, t });

it('says how much was found, and for what in quotation marks', () => {
  expect(said('gift', 2)).toBe('2 threads for “gift”');
  expect(said('gift', 0)).toBe('Nothing found for “gift”');
});

it('leaves a phrase the marks that it was asked for in', () => {
  expect(said('"between sessions"', 12)).toBe('12 threads for "between sessions"');
  expect(searchName('"between sessions"', t)).toBe('"between sessions"');
});
