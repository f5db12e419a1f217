import { describe, expect, it } from 'vitest';
import { COUNTRIES, WORLDWIDE } from '#app/i18n/helplines.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { standingText } from './standing-text.server.ts';

const NAMES = ['guidelines', 'help-now', 'keys', 'privacy'] as const;

describe.each(LANGUAGES)('the texts that come with the forum, in %s', (language) => {
  it.each(NAMES)('%s has a title and sections', (name) => {
    const { title, html } = standingText(name, language);
    expect(title).not.toBe('');
    expect(html.match(/<h2>/g)?.length).toBeGreaterThan(2);
    expect(html).not.toContain('<h1>');
  });

  it('names numbers to call in the ground rules that stand under help too', () => {
    const numbers = [...COUNTRIES.NO.emergency, ...COUNTRIES.NO.lines.map(({ number }) => number), WORLDWIDE];
    for (const number of ['113', '116 123', 'findahelpline.com']) {
      expect(standingText('guidelines', language).html).toContain(number);
      expect(numbers).toContain(number);
    }
  });
});
