import { describe, expect, it } from 'vitest';
import { markAll, snippetOf } from './highlight.ts';
import type { Marks } from './plan.ts';

const marks = (...words: string[]): Marks => ({ words: new Map(words.map((word) => [word, 1])), runs: [] });
const text = (parts: { text: string }[]) => parts.map((part) => part.text).join('');
const marked = (parts: { text: string; mark: boolean }[]) => parts.filter(({ mark }) => mark).map((part) => part.text);
const FILLER = 'nothing is said about it here '.repeat(40);

it('marks words as they stand in the text, which stays as it is', () => {
  const parts = markAll('The Client’s gift — a <b>Gift</b>!', marks('clients', 'gift'));
  expect(text(parts)).toBe('The Client’s gift — a <b>Gift</b>!');
  expect(marked(parts)).toEqual(['Client’s', 'gift', 'Gift']);
});

it('marks the words of a run only where they stand side by side', () => {
  const run = ['out', 'of', 'session', 'contact'].map((word) => new Set([word, `${word}s`]));
  const parts = markAll('Out of my mind: out-of-session contacts, of a session.', {
    words: new Map([['mind', 1]]),
    runs: [{ words: run, worth: 1 }],
  });
  expect(marked(parts)).toEqual(['mind', 'out', 'of', 'session', 'contacts']);
});

it.each([
  ['capitals', 'ÅRET med ØYA, ÆRE og 7 Å', ['året', 'øya', 'ære', '7', 'å']],
  ['accents, apostrophes and other scripts', 'Café, can’t, Привет, 田', ['cafe', 'cant', 'привет', '田']],
])('finds the same words alone and beside runs: %s', (_what, sentence, words) => {
  const alone = marks(...words);
  const besideARun = { ...alone, runs: [{ words: [new Set(['nowhere'])], worth: 1 }] };
  expect(markAll(sentence, alone)).toEqual(markAll(sentence, besideARun));
  expect(marked(markAll(sentence, alone))).toHaveLength(words.length);
});

it('marks what is worth nothing too', () => {
  expect(marked(markAll('A gift.', { words: new Map([['gift', 0]]), runs: [] }))).toEqual(['gift']);
});

describe('a snippet', () => {
  it('is a stretch of the text that holds the most different words', () => {
    const whole = `A gift. ${FILLER} The gift was a watch, from a client. ${FILLER}`;
    const parts = snippetOf(whole, marks('gift', 'watch', 'client'));
    expect(whole).toContain(text(parts));
    expect(marked(parts)).toEqual(['gift', 'watch', 'client']);
    expect(text(parts).length).toBeLessThanOrEqual(221);
  });

  it('prefers what is worth more to what there is more of', () => {
    const whole = `The the the. ${FILLER} zebra ${FILLER}`;
    const words = new Map([
      ['the', 0.1],
      ['zebra', 5],
    ]);
    expect(marked(snippetOf(whole, { words, runs: [] }))).toEqual(['zebra']);
  });

  it('is the beginning where nothing is marked, and all of a short text', () => {
    expect(FILLER.startsWith(text(snippetOf(FILLER, marks('zebra'))))).toBe(true);
    expect(text(snippetOf('Short.', marks()))).toBe('Short.');
    expect(snippetOf('', marks())).toEqual([]);
  });

  it('ends at words, and manages a text without any gap', () => {
    const parts = snippetOf(`${FILLER}zebra ${FILLER}`, marks('zebra'));
    expect(text(parts)).toMatch(/^\S.*\S$/s);
    expect(FILLER.split(' ')).toContain(text(parts).split(' ')[0]);
    expect(text(snippetOf('x'.repeat(5_000), marks())).length).toBe(220);
  });
});
