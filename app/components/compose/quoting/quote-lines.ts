import type { Change } from '../toolbar/markdown-marks.ts';

/** Words as a quote in Markdown, paragraph by paragraph; `lead` says where they are from, in a line of its own above them. */
export function quoteLines(words: string, lead?: string): string {
  const paragraphs = words
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return [...(lead === undefined ? [] : [lead]), ...paragraphs]
    .map((paragraph) => paragraph.replace(/^[^\S\n]*/gm, '> '))
    .join('\n>\n');
}

/** Puts a quote after what is written already, and leaves the caret where one answers it. */
export function putQuoteAfter(text: string, quote: string): Change {
  const from = text.trimEnd().length;
  const insert = `${from === 0 ? '' : '\n\n'}${quote}\n\n`;
  return { from, to: text.length, insert, start: from + insert.length, end: from + insert.length };
}
