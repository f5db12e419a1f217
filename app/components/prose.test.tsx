import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { i18nFor } from '#app/i18n/i18n.ts';
import { I18nProvider } from '#app/i18n/use-translation.tsx';
import { PreviewPane } from './compose/preview-pane.tsx';
import { TextArea } from './forms/text-area.tsx';
import { Prose, proseClass } from './prose.tsx';

const HTML = '<p>שלום</p>';

test('a word of thousands of letters is set without kerning, and no other text', () => {
  expect(proseClass(`<p>${'a word '.repeat(3_000)}</p>`)).toBe('prose');
  expect(proseClass(`<p>${'Wave'.repeat(5_000)}</p>`)).toBe('prose prose-plain');
  for (const before of ['', ' ', 'a word '.repeat(200)]) {
    expect(proseClass(`<p>${before}${'W'.repeat(999)}</p>`)).toBe('prose');
    expect(proseClass(`<p>${before}${'W'.repeat(1_000)} after</p>`)).toBe('prose prose-plain');
  }
});

test.each([
  ['as it is typed', <TextArea name="body" label="Text" rows={3} max={100} />],
  ['in its preview', <PreviewPane answer={{ typed: {}, faults: {}, preview: HTML }} language="en" />],
  ['as it is published', <Prose html={HTML} lang="en" />],
])('a text runs the way its letters do: %s', (_, element) => {
  const page = renderToStaticMarkup(<I18nProvider i18n={i18nFor('en')}>{element}</I18nProvider>);
  expect(page).toContain('dir="auto"');
});
