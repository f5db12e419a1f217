import { expect, test } from 'vitest';
import { i18nFor, nameForum } from './i18n.ts';
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
    [1, 2, 1].map((count) => i18nFor(language).getFixedT(language)('erasing.textCount', { count }));
  expect(new Set([...words('en'), ...words('nb')]).size).toBe(4);
});

test('what is filled in besides a count is never remembered', () => {
  const t = translator('en');
  expect(t('site.pageTitle', { title: 'One' })).toContain('One');
  expect(t('site.pageTitle', { title: 'Two' })).toContain('Two');
});
