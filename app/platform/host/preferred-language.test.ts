import { expect, test } from 'vitest';
import { preferredLanguage } from './preferred-language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['en-US,en;q=0.9', 'en'],
  ['en;q=0.3, nb;q=0.7', 'nb'],
  ['de, nb;q=0.5', 'nb'],
  ['nb;q=0, en', 'en'],
  ['fr, de', 'en'],
  ['nb;q=rubbish, en;q=0.1', 'en'],
])('%s asks for %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test('a header is read as it stands, however many came before it', () => {
  const headers = Array.from({ length: 500 }, (_, at) => ({ language: at % 2 === 0 ? 'nb' : 'en', other: `x${at}` }));
  for (const { language, other } of [...headers, ...headers]) {
    expect(preferredLanguage(`${language}, ${other}`)).toBe(language);
  }
});
