import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { standingText } from './standing-text.server.ts';

const NAMES = ['guidelines', 'help-now', 'privacy'] as const;

describe.each(LANGUAGES)('the texts that come with the forum, in %s', (language) => {
  it.each(NAMES)('%s has a title and sections', (name) => {
    const { title, html } = standingText(name, language);
    expect(title).not.toBe('');
    expect(html.match(/<h2>/g)?.length).toBeGreaterThan(2);
    expect(html).not.toContain('<h1>');
  });

  it('names the same numbers to call in the ground rules and under help', () => {
    for (const number of ['113', '116 123', 'findahelpline.com']) {
      expect(standingText('guidelines', language).html).toContain(number);
      expect(standingText('help-now', language).html).toContain(number);
    }
  });
});
