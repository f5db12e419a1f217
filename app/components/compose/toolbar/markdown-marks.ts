/** What the buttons over a text area do to it. */
export const MARKS = ['bold', 'italic', 'quote', 'list', 'link'] as const;
export type Mark = (typeof MARKS)[number];

/** A text and what is selected in it, from `start` up to `end`. */
export type Selected = { text: string; start: number; end: number };

/** The stretch from `from` to `to` gives way to `insert`; afterwards `start` to `end` of the new text are selected. */
export type Change = { from: number; to: number; insert: string; start: number; end: number };

const AROUND: Readonly<Record<'bold' | 'italic', string>> = { bold: '**', italic: '*' };
const BEFORE_LINES: Readonly<Record<'quote' | 'list', string>> = { quote: '> ', list: '- ' };
const ADDRESS = 'https://';

/** Puts Markdown to what is selected, or takes it away where it is there already. */
export function applyMark(mark: Mark, selected: Selected): Change {
  if (mark === 'link') return linkTo(selected);
  return mark === 'bold' || mark === 'italic'
    ? around(AROUND[mark], selected)
    : beforeLines(BEFORE_LINES[mark], selected);
}

function around(marks: string, { text, ...selection }: Selected): Change {
  const { start, end } = withoutBlanks(text, selection);
  const width = marks.length;
  const words = text.slice(start, end);
  if (isMarked(text.slice(0, start), text.slice(end), marks))
    return { from: start - width, to: end + width, insert: words, start: start - width, end: end - width };
  const [, before = '', , after = ''] = /^(\**)([^*][^]*?)(\**)$/.exec(words) ?? [];
  if (isMarked(before, after, marks))
    return { from: start, to: end, insert: words.slice(width, -width), start, end: end - 2 * width };
  return { from: start, to: end, insert: marks + words + marks, start: start + width, end: end + width };
}

/** Whether what stands between these two is marked so: one asterisk is italic, two are bold, three are both. */
function isMarked(before: string, after: string, marks: string): boolean {
  const [opening] = /\**$/.exec(before) ?? [''];
  const [closing] = /^\**/.exec(after) ?? [''];
  const both = Math.min(opening.length, closing.length);
  return marks === '*' ? both % 2 === 1 : both >= 2;
}

/** Marks beside a blank mark nothing. */
function withoutBlanks(text: string, { start, end }: Omit<Selected, 'text'>): Omit<Selected, 'text'> {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return { start, end };
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

function beforeLines(mark: string, { text, start, end }: Selected): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, end - (text[end - 1] === '\n' ? 1 : 0)));
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isThere = lines.every((line) => line.startsWith(mark));
  const insert = lines.map((line) => (isThere ? line.slice(mark.length) : mark + line)).join('\n');
  // With nothing selected one writes on at the end of the line.
  return { from, to, insert, start: start === end ? from + insert.length : from, end: from + insert.length };
}

function linkTo({ text, ...selection }: Selected): Change {
  const { start, end } = withoutBlanks(text, selection);
  const words = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const insert = isAddress ? `[](${words})` : `[${words}](${ADDRESS})`;
  const here = { from: start, to: end, insert };
  if (isAddress || words === '') return { ...here, start: start + 1, end: start + 1 };
  const address = start + words.length + '[]('.length;
  return { ...here, start: address, end: address + ADDRESS.length };
}
