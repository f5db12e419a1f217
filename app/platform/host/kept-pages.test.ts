import { describe, expect, test } from 'vitest';
import { pageKey, sharedAddress } from './kept-pages.ts';

describe('the address of a kept page', () => {
  test.each([
    ['/', '/'],
    ['/?utm_source=letter&fbclid=x', '/'],
    ['/?gbraid=x&_hsmi=1&igsh=y', '/'],
    [
      '/topics/ethics?perspective=client&perspective=therapist&sort=new',
      '/topics/ethics?perspective=client&perspective=therapist&sort=new',
    ],
    ['/threads?sort=unanswered', '/threads?sort=unanswered'],
    ['/threads/abcdefghijklmnop/a-title?view=both-chairs', '/threads/abcdefghijklmnop/a-title?view=both-chairs'],
    ['/threads/abcdefghijklmnop/a-title?after=20&gclid=1', '/threads/abcdefghijklmnop/a-title?after=20'],
  ])('%s is known as %s', (url, address) => {
    expect(sharedAddress(url)).toEqual({ address, isKept: true });
  });

  test.each([
    '/search?q=trust',
    '/join',
    '/sign-in',
    '/me',
    '/threads/new',
    '/concerns/new',
    '/search?unknown=1',
    `/members/${'x'.repeat(500)}`,
  ])('%s is made for each who asks', (url) => {
    expect(sharedAddress(url)).toBeUndefined();
  });

  test.each(['/?unknown=1', '/?sort=new&unknown=1', '/threads/abcdefghijklmnop/a-title?unknown=1&gclid=1'])(
    '%s is made for all who ask meanwhile, and not kept',
    (url) => {
      expect(sharedAddress(url)).toEqual({ address: url, isKept: false });
    },
  );
});

test('readers who see different pages have different keys', () => {
  const keys = (['en', 'nb'] as const).flatMap((language) =>
    (['light', 'dark', 'system'] as const).flatMap((theme) =>
      (['normal', 'large'] as const).map((textSize) => pageKey('/', { language, theme, textSize })),
    ),
  );
  expect(new Set(keys).size).toBe(12);
});
