import { expect, test } from 'vitest';
import { nameForum } from './i18n.ts';
import { FORUM_NAME } from './forum-name.ts';
import { translator } from './translator.ts';

test('remembered words follow the name of the forum', () => {
  const t = translator('en');
  expect(t('site.name')).toBe(FORUM_NAME);
  nameForum('Another');
  expect(t('site.name')).toBe('Another');
  nameForum(FORUM_NAME);
  expect(t('site.name')).toBe(FORUM_NAME);
});

test('each count, and each language, has words of its own', () => {
  const words = (language: 'en' | 'nb') =>
    [1, 2, 1].map((count) => translator(language)('erasing.textCount', { count }));
  expect(new Set([...words('en'), ...words('nb')]).size).toBe(4);
});

test('no count at all has words of its own, and none beside a large one is written as the large one', () => {
  const t = translator('en');
  expect([3, 0, 4].map((count) => t('accounts.codesLeft', { count }))).toEqual([
    'The code you used is gone. You have 3 left.',
    'That was your last recovery code.',
    'The code you used is gone. You have 4 left.',
  ]);
  expect([3, 0, 4_000].map((count) => t('erasing.textCount', { count }))).toEqual([
    'There are 3.',
    'You have none.',
    'There are 4,000.',
  ]);
});

test('what is filled in is never remembered', () => {
  const t = translator('en');
  expect(t('site.pageTitle', { title: 'One' })).toContain('One');
  expect(t('site.pageTitle', { title: 'Two' })).toContain('Two');
});

test('what is filled in stands there as it is, whatever it says, and in the place of each of its gaps', () => {
  const t = translator('en');
  const title = '$& {{forum}} $t(site.name) \u{E000}title\u{E000} <b>';
  const words = t('site.pageTitle', { title });
  expect(words).toBe(t('site.pageTitle', { title: 'One' }).replace('One', () => title));
});

test('each count has words of its own beside what else is filled in', () => {
  const t = translator('en');
  const words = (count: number, q: string) => t('search.foundFor.threads', { count, q });
  expect([words(1, 'fees'), words(2, 'fees'), words(1, 'mail')]).toEqual([
    '1 thread for fees',
    '2 threads for fees',
    '1 thread for mail',
  ]);
});

test.each(['en', 'nb'] as const)(
  'a number is written the way of its language beside what else is filled in: %s',
  (language) => {
    const words = (least: number, most: number) => translator(language)('faults.daysOutside', { least, most });
    expect(words(7, 3_650)).toContain(new Intl.NumberFormat(language).format(3_650));
    expect(words(8, 12_000)).toContain(new Intl.NumberFormat(language).format(12_000));
  },
);

test('words whose gaps are not all given are what i18next makes of them, before and after they are known', () => {
  const unfilled = (t: (key: string, options?: object) => string) => [
    t('search.foundFor.threads', { count: 1 }),
    t('search.foundFor.threads', { count: 1, q: 'fees', of: 'more' }),
  ];
  const t = translator('en') as (key: string, options?: object) => string;
  expect(unfilled(t)).toEqual(['1 thread for {{q}}', '1 thread for fees']);
  expect(unfilled(t)).toEqual(['1 thread for {{q}}', '1 thread for fees']);
});
