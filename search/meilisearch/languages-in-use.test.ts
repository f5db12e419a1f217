import { expect, it } from 'vitest';
import { LanguagesInUse } from './languages-in-use.ts';

it('are all until it was looked, then those of documents, for a minute', () => {
  const languages = new LanguagesInUse();
  expect([languages.inUse, languages.isDue(0)]).toEqual([['en', 'nb'], true]);
  languages.note({ nb: 3 }, 0);
  expect([languages.inUse, languages.isDue(59_999), languages.isDue(60_000)]).toEqual([['nb'], false, true]);
});

it('are all where there are no documents', () => {
  const languages = new LanguagesInUse();
  languages.note({ en: 0 }, 0);
  expect(languages.inUse).toEqual(['en', 'nb']);
});
