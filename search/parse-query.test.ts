import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

const words = (text: string) => parseQuery(text).terms.map(({ word }) => word);

describe('words and phrases', () => {
  it('keeps the order they were typed in, those of phrases among them', () => {
    const { terms, phrases } = parseQuery('my "dual role" worries');
    expect(terms.map(({ word, quoted }) => [word, quoted])).toEqual([
      ['my', false],
      ['dual', true],
      ['role', true],
      ['worries', false],
    ]);
    expect(phrases).toEqual([['dual', 'role']]);
  });

  it('knows the quotation marks of both languages', () => {
    expect(parseQuery('“dual role”').phrases).toEqual([['dual', 'role']]);
    expect(parseQuery('«dobbel rolle»').phrases).toEqual([['dobbel', 'rolle']]);
  });

  it('a mark that is never closed is no mark', () => {
    expect(parseQuery('dual "role here').phrases).toEqual([]);
    expect(words('dual "role here')).toEqual(['dual', 'role', 'here']);
  });

  it('keeps how a word was typed', () => {
    expect(parseQuery('my T').terms.map(({ typed }) => typed)).toEqual(['my', 'T']);
  });

  it('takes no more than a page needs', () => {
    expect(words('word '.repeat(1_000))).toHaveLength(40);
  });
});

describe('what is excluded', () => {
  it('is a word or a phrase behind a minus', () => {
    expect(parseQuery('gift -watch -"six years"').excluded).toEqual([['watch'], ['six', 'years']]);
    expect(words('gift -watch')).toEqual(['gift']);
  });

  it('is not the second half of a word with a hyphen, nor what follows a dash', () => {
    expect(parseQuery('self-harm').excluded).toEqual([]);
    expect(parseQuery('gift - watch').excluded).toEqual([]);
  });
});

describe('the last word', () => {
  it.each([
    ['between sess', true],
    ["after his dad'", true],
    ['between sessions ', false],
    ['between sessions?', false],
    ['between "sess"', false],
    ['sessions -not', false],
  ])('of %j may be unfinished: %j', (text, unfinished) => {
    expect(parseQuery(text).terms.at(-1)?.unfinished).toBe(unfinished);
  });
});

it.each(['', ' ', '"', '""', '-', '-"', '🙂', '- - "" -', '\u0000'])('%j asks for nothing', (text) => {
  expect(parseQuery(text)).toEqual({ terms: [], phrases: [], excluded: [] });
});
