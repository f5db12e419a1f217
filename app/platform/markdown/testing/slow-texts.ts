/** UTF-16 units, as many as a text may have. */
const UNIT_LENGTH = 20_000;
const many = (unit: string): string => unit.repeat(UNIT_LENGTH / unit.length);
const around = (open: string, close: string): string => {
  const depth = Math.floor(UNIT_LENGTH / (open.length + close.length)) - 1;
  return open.repeat(depth) + 'a' + close.repeat(depth);
};
const count = (until: number, part: (index: number) => string): string =>
  Array.from({ length: until }, (_, i) => part(i)).join('');

/** The shapes with which CommonMark's own tests try parsers, and those that were slow in marked or DOMPurify. */
export const SLOW_TEXTS: readonly string[] = [
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
