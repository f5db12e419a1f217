import { describe, expect, it } from 'vitest';
import { putQuoteAfter, quoteLines } from './quote-lines.ts';

describe('selected words as a quote', () => {
  it.each<[string, string, string]>([
    ['one line', 'a b', '> a b'],
    ['without the blanks around them', '\n  a b \n\n', '> a b'],
    ['paragraphs, which stay apart in one quote', 'a\n\n \nb', '> a\n>\n> b'],
    ['the lines of a list', 'a\r\n  b', '> a\n> b'],
    ['a passage that was taken out', 'Of [name removed].', '> Of [name removed].'],
  ])('%s', (_what, words, expected) => {
    expect(quoteLines(words)).toBe(expected);
  });

  it('says from which post they are where the reply answers another', () => {
    expect(quoteLines('a', 'From post 3:')).toBe('> From post 3:\n>\n> a');
  });
});

describe('a quote in a reply', () => {
  function written(text: string) {
    const change = putQuoteAfter(text, '> a');
    const changed = text.slice(0, change.from) + change.insert + text.slice(change.to);
    return { changed, isCaretLast: change.start === changed.length && change.end === changed.length };
  }

  it('comes first where nothing is written, and last otherwise; one writes on below it', () => {
    expect(written('')).toEqual({ changed: '> a\n\n', isCaretLast: true });
    expect(written('Yes.')).toEqual({ changed: 'Yes.\n\n> a\n\n', isCaretLast: true });
    expect(written('> b\n\nYes.\n\n')).toEqual({ changed: '> b\n\nYes.\n\n> a\n\n', isCaretLast: true });
  });
});
