import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { render } from './render.ts';
import { sanitise } from './sanitise.ts';
import { PAYLOADS } from './testing/hostile-texts.ts';

const ALLOWED: Record<string, string[]> = {
  A: ['href', 'rel'],
  OL: ['start'],
  TH: ['align'],
  TD: ['align'],
};
const ELEMENTS_OF_A_POST =
  'P BR HR H3 H4 H5 H6 STRONG EM DEL CODE PRE BLOCKQUOTE UL OL LI A TABLE THEAD TBODY TR TH TD'.split(' ');

/** What a page would get from `html` that a post may not hold. */
function strangers(html: string): string[] {
  return [...JSDOM.fragment(html).querySelectorAll('*')].flatMap((element) => {
    const attributes = element.getAttributeNames().filter((name) => !ALLOWED[element.nodeName]?.includes(name));
    const href = element.getAttribute('href');
    return [
      ...(ELEMENTS_OF_A_POST.includes(element.nodeName) ? [] : [element.nodeName]),
      ...attributes,
      ...(href === null || /^(?:https?:\/\/|mailto:)/i.test(href) ? [] : [href]),
      ...(href !== null && element.getAttribute('rel') !== 'nofollow ugc noopener noreferrer' ? ['rel'] : []),
    ];
  });
}

describe('hostile text', () => {
  it.each(PAYLOADS)('shows %j as text, or its words alone', (payload) => {
    const rendered = render(`${payload}\n\n- a ${payload}\n\n|a|\n|-|\n|${payload}|`);
    expect(rendered.ok && strangers(rendered.html)).toEqual([]);
  });

  it.each(PAYLOADS)('loses what is harmful in %j as HTML, and nothing more the second time', (payload) => {
    const once = sanitise(payload);
    expect(strangers(once)).toEqual([]);
    expect(sanitise(once)).toBe(once);
  });

  it.each([
    '# a\n\n> b\n\n1. c\n\n   d\n\n3. e\n\n```\n<f>\n```\n\n|g|h|\n|-|:-:|\n|`i`|[j](https://k.test "l")|',
    '    indented\n\n***\n\n&lt;b&gt; &amp;amp; \u00a0 "quoted" \'single\'',
    '<p><table><tr><td>a</p>',
  ])('is the same after being sanitised again: %j', (source) => {
    const rendered = render(source);
    expect(rendered.ok && sanitise(rendered.html)).toBe(rendered.ok && rendered.html);
  });
});
