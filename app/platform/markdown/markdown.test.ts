import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeMarkdown, renderMany, renderMarkdown, warmUp } from './markdown.server.ts';
import { render } from './render.ts';

const UNIT_LENGTH = 20_000;
const many = (unit: string): string => unit.repeat(UNIT_LENGTH / unit.length);
const around = (open: string, close: string): string => {
  const depth = Math.floor(UNIT_LENGTH / (open.length + close.length)) - 1;
  return open.repeat(depth) + 'a' + close.repeat(depth);
};
const count = (until: number, part: (index: number) => string): string =>
  Array.from({ length: until }, (_, i) => part(i)).join('');

/** The shapes with which CommonMark's own tests try parsers, and those that were slow in marked or DOMPurify. */
const PATHOLOGICAL = [
  ...'[ ![ [a]( [a](b [a](<b [](a) ![](a) [a][ [[] ] [a]'.split(' ').map(many),
  ...'*a_ *a a* **a a** _a a_ *a** **a*b a**b _*a *a_b x*. *[a](b) *` ~a ~~a'.split(' ').map(many),
  ...['*a ', '**a ', '_a ', '*a **a ', '~~a '].map(many),
  ...['*', '_', '~', '`', '<', '>', '|', '#', '=', '-', '+', '\\', '&', '"', ' ', '\t', '\n', '(', ':', '@'].map(many),
  ...['<a ', '<a href="', '<!--', '<?', '<!A', '<![CDATA[', '</', '<http:', '<a@', '<div>\n', '<div>\n\n', 'a\n<!--\n'].map(many),
  ...['www.', 'http://a ', 'http://', 'a@', 'a@b.', 'a_a@b.c ', 'a.', 'a-'].map(many),
  ...['>\n', '> a\n', '- a\n', '- a\n\n', '-\n', '1. a\n2) b\n', '- [ ] a\n', '> - a\n', '> ```\n', '- ```\n', '    a\n'].map(many),
  ...['# a\n', 'a\n=\n', 'a\n', 'a  \n', '- - -\n', 'a\n- - - x\n', '```\n', '~~~\n', '```\n~~~\n', '> a\nb\n\n'].map(many),
  ...['|-\n', 'a|\n', '|a|b|\n', '|a|\n|-|\n\n', '[a]: b\n', '[a]: b "\n', '[a\n', '&#1;', '&amp', '\u200d', '\u202e', 'a\u0301'].map(many),
  around('[', ']'), around('![', '](b)'), around('[![', '](b)](c)'), around('*_', '_*'), around('*x ', ' x*'), around('**x ', ' x**'),
  around('~~x ', ' x~~'), around('>', ''), around('> ', ''), around('- ', ''), around('1. ', ''), around('- > ', ''),
  count(190, (i) => `a${'`'.repeat(i + 1)}`), count(130, (i) => `${' '.repeat(2 * i)}- a\n`), count(1_100, (i) => `[a${i}]: [a${i + 1}]\n`),
  `[a]: http://a.b/${'x'.repeat(1_900)}\n\n${'[a]'.repeat(6_000)}`, `${'|a'.repeat(2_000)}\n${'|-'.repeat(2_000)}\n${'a\n'.repeat(5_000)}`,
  `a|b\n${'-|-'.repeat(6_000)}x`, `- a\n${'b\n'.repeat(9_000)}`, `- a\n${'  b\n'.repeat(4_900)}`, `> ${'a\n'.repeat(9_000)}`,
  `http://a.b/${'?!.'.repeat(6_000)}`, `http://a.b/${'&a;'.repeat(6_000)}`, `http://a.b/${')'.repeat(19_000)}`, `a${' '.repeat(19_000)}b`,
  `a${' '.repeat(19_000)}\nb`, `[a]:${' '.repeat(19_000)}`, `[a]: b "${'x\n'.repeat(9_000)}`, `[a](${'('.repeat(19_000)}`,
].map((text) => text.slice(0, UNIT_LENGTH)); // prettier-ignore

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
  it.each(PATHOLOGICAL.map((text) => [text.slice(0, 20), text]))('answers or refuses %j', async (_name, text) => {
    const rendered = await renderMarkdown(text);
    expect(rendered.ok || ['too-deep', 'too-slow'].includes(rendered.fault)).toBe(true);
    // Whatever came of it, the next text is rendered.
    expect(await renderMarkdown('*a*')).toEqual({ ok: true, html: '<p><em>a</em></p>\n', text: 'a' });
  });
});
