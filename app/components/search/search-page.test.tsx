import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readSearchRequest } from '#app/domain/search/schema.ts';
import type { PageHit } from '#app/domain/search/views.ts';
import { i18nFor } from '#app/i18n/i18n.ts';
import type { Language } from '#app/i18n/languages.ts';
import { I18nProvider } from '#app/i18n/use-translation.tsx';
import { SearchPage, type FoundView } from './search-page.tsx';

const HOSTILE = '<b onclick="alert(1)">a & b</b>';

const hit: PageHit = {
  threadId: 'a',
  postId: 'b',
  postNumber: 2,
  title: HOSTILE,
  titleParts: [{ text: HOSTILE, mark: true }],
  topic: 'gifts',
  topicName: 'Gifts',
  language: 'en',
  perspective: 'client',
  kind: 'dilemma',
  snippet: [
    { text: 'before ', mark: false },
    { text: HOSTILE, mark: true },
  ],
  url: '/threads/a/b',
  externalRef: null,
  contentWarning: null,
  replies: 1,
  createdAt: new Date('2026-01-01'),
};

function pageOf(given: Partial<FoundView> = {}, language: Language = 'en'): string {
  const facets = { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} };
  const result: FoundView = { total: 1, hits: [hit], facets, isFallback: false, offers: null, ...given };
  const { request } = readSearchRequest(new URLSearchParams({ q: 'gift' }));
  return renderToStaticMarkup(
    <I18nProvider i18n={i18nFor(language)}>
      <SearchPage asked={request} passedOver={[]} groups={[]} thread={null} result={result} />
    </I18nProvider>,
  );
}

describe('a simpler search', () => {
  it.each([
    ['en', 'This is the simpler search just now.'],
    ['nb', 'Akkurat nå er det enklere søket i bruk.'],
  ] as const)('is said to be one, where the other engine does not answer: %s', (language, sentence) => {
    expect(pageOf({ isFallback: true }, language)).toContain(sentence);
    expect(pageOf({ isFallback: false }, language)).not.toContain(sentence);
  });

  it('is said to be one also where it finds nothing', () => {
    const offers = { corrected: null, fewer: [], wider: [] };
    expect(pageOf({ isFallback: true, total: 0, hits: [], offers })).toContain('This is the simpler search');
  });
});

it('what was found is text, whatever it looks like', () => {
  const page = pageOf();
  expect(page).not.toMatch(/<b\b/);
  expect(page.match(/&lt;b onclick=&quot;alert\(1\)&quot;&gt;a &amp; b&lt;\/b&gt;/g)?.length).toBeGreaterThanOrEqual(2);
});
