import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeMarkdown, renderMany, renderMarkdown, warmUp } from './markdown.server.ts';
import { render } from './render.ts';
import { SLOW_TEXTS } from './testing/slow-texts.ts';

beforeAll(warmUp);
afterAll(closeMarkdown);

describe('the worker', () => {
  it('renders what the steps render', async () => {
    expect(await renderMarkdown('*a* <b>')).toEqual(render('*a* <b>'));
  });

  it('keeps the order of many texts, the refused ones among them', async () => {
    const sources = [
      '*a*',
      '>'.repeat(40),
      ...Array.from({ length: 60 }, (_, index) => `text ${index}`),
      'b'.repeat(20_001),
    ];
    expect(await renderMany(sources)).toEqual(sources.map(render));
  });

  it('renders nothing from nothing', async () => {
    expect(await renderMany([])).toEqual([]);
  });
});

describe('texts made to be slow', () => {
  it.each(SLOW_TEXTS.map((text) => [text.slice(0, 20), text]))('answers or refuses %j', async (_name, text) => {
    const rendered = await renderMarkdown(text);
    expect(rendered.ok || ['too-deep', 'too-slow'].includes(rendered.fault)).toBe(true);
    // Whatever came of it, the next text is rendered.
    expect(await renderMarkdown('*a*')).toEqual({ ok: true, html: '<p><em>a</em></p>\n', text: 'a' });
  });
});
