import { describe, expect, it } from 'vitest';
import { MAX_SOURCE_LENGTH, render } from './render.ts';

function htmlOf(source: string): string {
  const rendered = render(source);
  if (!rendered.ok) throw new Error(`refused: ${rendered.fault}`);
  return rendered.html.trim();
}

function textOf(source: string): string {
  const rendered = render(source);
  if (!rendered.ok) throw new Error(`refused: ${rendered.fault}`);
  return rendered.text;
}

const REL = 'rel="nofollow ugc noopener noreferrer"';

describe('what Markdown becomes', () => {
  it.each([
    ['two paragraphs', 'one\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['a line end as a line end', 'one\ntwo', '<p>one<br>two</p>'],
    ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['headings below those of the page', '# a', '<h3>a</h3>'],
    ['a text that begins with a lower heading like any other', '### a', '<h3>a</h3>'],
    ['headings without a gap between them', '# a\n\n### b\n\n## c', '<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>'],
    ['headings as they were, after one above them', '### a\n\n# b\n\n## c', '<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>'],
    [
      'the deepest headings at level six',
      '# a\n## b\n### c\n#### d\n##### e',
      '<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>',
    ],
    ['code as it stands', '```html\n<b>\n```', '<pre><code>&lt;b&gt;\n</code></pre>'],
    ['a checklist without form fields', '- [x] a', '<ul>\n<li>☑ a</li>\n</ul>'],
    ['letters beyond ASCII', 'Blåbærsyltetøy på Ørlandet', '<p>Blåbærsyltetøy på Ørlandet</p>'],
    ['writing from right to left', 'שלום **עולם** مرحبا', '<p>שלום <strong>עולם</strong> مرحبا</p>'],
    ['an entity as its character', 'caf&eacute; &#8364;', '<p>café €</p>'],
  ])('shows %s', (_what, source, html) => {
    expect(htmlOf(source)).toBe(html);
  });

  it('keeps the numbers of an ordered list that a paragraph interrupts', () => {
    expect(htmlOf('1. a\n2. b\n\nbetween\n\n3. c')).toBe(
      '<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>between</p>\n<ol start="3">\n<li>c</li>\n</ol>',
    );
  });

  it('keeps the alignment of table columns', () => {
    expect(htmlOf('|a|b|\n|:-:|-:|\n|1|2|')).toContain('<td align="center">1</td>\n<td align="right">2</td>');
  });

  it('leaves a table that would fill up with empty cells as text', () => {
    const source = `${'|a'.repeat(100)}\n${'|-'.repeat(100)}\n${'b\n'.repeat(100)}`;
    expect(htmlOf(source)).not.toContain('<table');
    expect(textOf(source)).toContain('|a|a');
  });
});

describe('links', () => {
  it.each([
    ['an address', '[a](https://b.test/?c=d&e=f)', `<a href="https://b.test/?c=d&amp;e=f" ${REL}>a</a>`],
    ['a bare address', 'www.b.test', `<a href="http://www.b.test" ${REL}>www.b.test</a>`],
    ['a mail address', '<a@b.test>', `<a href="mailto:a@b.test" ${REL}>a@b.test</a>`],
    ['a reference', '[a]\n\n[a]: https://b.test', `<a href="https://b.test" ${REL}>a</a>`],
    ['a link without words by its address', '[](https://b.test)', `<a href="https://b.test" ${REL}>https://b.test</a>`],
    ['an image as a link to it', '![a *b*](https://c.test/d.png)', `<a href="https://c.test/d.png" ${REL}>a *b*</a>`],
    [
      'an image in a link as its words',
      '[![a](https://b.test/c)](https://d.test)',
      `<a href="https://d.test" ${REL}>a</a>`,
    ],
  ])('shows %s', (_what, source, html) => {
    expect(htmlOf(source)).toBe(`<p>${html}</p>`);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,a',
    'vbscript:a',
    'file:///a',
    '/path',
    '//b.test',
    '#a',
    'http:a',
    'tel:113',
  ])('shows only the words of a link to %s', (href) => {
    expect(htmlOf(`[words](${href})`)).toBe('<p>words</p>');
  });

  it('shows only the words of a link whose address nobody could mean', () => {
    expect(htmlOf(`[words](https://b.test/${'c'.repeat(2_000)})`)).toBe('<p>words</p>');
  });
});

describe('where a passage was redacted', () => {
  const bar = (words: string) => `<span class="redacted">[${words}]</span>`;

  it.each([
    ['a bar', 'She is [name removed].', `<p>She is ${bar('name removed')}.</p>`],
    ['a Norwegian one', '**[sted fjernet]**', `<p><strong>${bar('sted fjernet')}</strong></p>`],
    [
      'one in the words of a link',
      '[[name removed] here](https://b.test)',
      `<p><a href="https://b.test" ${REL}>${bar('name removed')} here</a></p>`,
    ],
    ['one for the address of a link', '[here](<[name removed]>)', `<p>here ${bar('name removed')}</p>`],
    ['one for both', '[[name removed]](<[name removed]>)', `<p>${bar('name removed')}</p>`],
    [
      'one for a reference',
      '[here][1]\n\n[1]: <[contact details removed]>',
      `<p>here ${bar('contact details removed')}</p>`,
    ],
    ['one for an image', '![[place removed]](<[place removed]>)', `<p>${bar('place removed')}</p>`],
    [
      'one in code',
      '`a [name removed]`\n\n```\n[name removed] b\n```',
      `<p><code>a ${bar('name removed')}</code></p>\n<pre><code>${bar('name removed')} b\n</code></pre>`,
    ],
    ['one that is never a link', '[name removed](/a)', `<p>${bar('name removed')}(/a)</p>`],
    [
      'one that no definition makes a link',
      '[name removed]\n\n[name removed]: https://b.test',
      `<p>${bar('name removed')}</p>`,
    ],
  ])('shows %s', (_what, source, html) => {
    expect(htmlOf(source)).toBe(html);
  });

  it('keeps the words in the plain text, and makes no bar of other words or of HTML', () => {
    expect(textOf('a [name removed] b')).toBe('a [name removed] b');
    expect(htmlOf('[Name removed] <span class="redacted">x</span>')).not.toContain('<span');
  });
});

describe('plain text', () => {
  it('keeps paragraphs, lines, items and cells apart', () => {
    expect(textOf('# a\n\nb *c*\nd\n\n- e\n- f\n\n|g|h|\n|-|-|\n|i|j|')).toBe('a\n\nb c\nd\n\ne\nf\n\ng\th\ni\tj');
  });

  it('holds no address behind the words of a link', () => {
    expect(textOf('[a](https://b.test)')).toBe('a');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror="alert(\'*a*\')">',
    '<div>one two</div>',
    'undefined null NaN true',
    '1/0 $1.00 0xffff 1E+02 -1',
    "'; DROP TABLE posts; --",
    '${7+7} {{7+7}} %s%n $(id)',
    'Ω≈ç√∫˜µ≤≥÷ åäöæø ÅÄÖÆØ',
    '田中さんにあげて下さい 社會科學院 𠜎𠜱𠝹',
    '👩‍👩‍👧‍👦 🇳🇴 👨🏽‍⚕️ ❤️‍🔥',
    'الكل في المجمو عة ‮evil‬',
    'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
    '\u200b\u200c\u200d\ufeff zero width',
    'a\u00a0b\u2003c',
    'C:\\Program Files\\a\\b',
    '( ͡° ͜ʖ ͡°) ¯(ツ)/¯',
    '../../../../etc/passwd%00',
    'constructor hasOwnProperty',
  ])('gives back %j', (source) => {
    expect(textOf(source)).toBe(source);
  });
});

describe('what is refused', () => {
  it('takes the longest text and refuses one more character', () => {
    expect(render('a'.repeat(MAX_SOURCE_LENGTH)).ok).toBe(true);
    expect(render('a'.repeat(MAX_SOURCE_LENGTH + 1))).toEqual({ ok: false, fault: 'too-long' });
  });

  it.each([
    ['quotes', (depth: number) => `${'>'.repeat(depth)} a`],
    ['spaced quotes', (depth: number) => `${'> '.repeat(depth)}a`],
    ['items of one line', (depth: number) => `${'- '.repeat(depth)}a`],
    ['numbered items of one line', (depth: number) => `${'1. '.repeat(depth)}a`],
    ['items and quotes', (depth: number) => `${'- > '.repeat(depth / 2)}a`],
    ['items by indentation', (depth: number) => indented(depth, '  ')],
    ['items by tabs', (depth: number) => indented(depth, '\t')],
    ['items with lazy lines', (depth: number) => indented(depth, '  ', '\nlazy')],
  ])('takes 20 %s and refuses 22', (_what, nested) => {
    expect(render(nested(20)).ok).toBe(true);
    expect(render(nested(22))).toEqual({ ok: false, fault: 'too-deep' });
  });

  it.each([
    ['code in a fence', `\`\`\`\n${'>'.repeat(30)}\n${indented(30, '  ')}\n\`\`\``],
    ['a rule', '- '.repeat(60)],
    ['indented code', `    ${'> '.repeat(30)}`],
    ['quotes that follow each other', Array.from({ length: 60 }, () => '> a\n\nb\n\n').join('')],
    ['a long list', Array.from({ length: 200 }, (_, index) => `${index + 1}. a`).join('\n')],
    ['arrows in a line', `a ${'> '.repeat(60)}`],
  ])('does not take %s for nesting', (_what, source) => {
    expect(render(source).ok).toBe(true);
  });

  it('leaves emphasis within emphasis as text past twenty', () => {
    const html = htmlOf(`${'*a '.repeat(40)}b${' c*'.repeat(40)}`);
    expect(html.match(/<em>/g)).toHaveLength(20);
  });
});

function indented(depth: number, step: string, after = ''): string {
  return Array.from({ length: depth }, (_, index) => `${step.repeat(index)}- a${after}`).join('\n');
}
