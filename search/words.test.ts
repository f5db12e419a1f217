import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { tokensIn, tokensOf, wordsOf } from './words.ts';

it.each([
  ["I can't, I won't", ['i', 'cant', 'i', 'wont']],
  ['my T’s out-of-session contact', ['my', 'ts', 'out', 'of', 'session', 'contact']],
  ["the parents' house, 'quoted'", ['the', 'parents', 'house', 'quoted']],
  ['Fiancé, naïve, ﬁnal', ['fiance', 'naive', 'final']],
  ['Påørende ÆØÅ a\u030a', ['påørende', 'æøå', 'å']],
  ['therapist/client 12-step', ['therapist', 'client', '12', 'step']],
  ['我的 ok', ['我', '的', 'ok']],
  ['Привет', ['привет']],
  ['🙂 … !', []],
])('%j has the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('says where each word stands', () => {
  expect(tokensOf(' Can’t  stop')).toEqual([
    { word: 'cant', start: 1, end: 6 },
    { word: 'stop', start: 8, end: 12 },
  ]);
});

it('a run without end is cut, and holds nothing that PostgreSQL would have to escape', () => {
  const [word] = wordsOf("a'".repeat(10_000));
  expect(word).toHaveLength(64);
  expect(word).toMatch(/^a+$/);
});

const LONG = 'a'.repeat(63);
it.each([
  `Can't; "I WON'T", (he’d) Fiancé/naïve—ﬁnal… Påørende:ÆØÅ.ok a\u030a 12-step İs \u212aelvin 我的ok x_y 5µg 1ª 'tis o' d'Or—`,
  `${LONG}a ${LONG}aa ${LONG}'b ${LONG}'bb ${LONG}aa'b`,
])('finds quickly what a regular expression finds in %j', (text) => {
  expect(tokensOf(text)).toEqual(tokensIn(text, 0, text.length));
});

it('finds quickly what a regular expression finds, whatever stands beside what', () => {
  const pieces = ['a', 'B', '7', "'", '’', 'ʼ', 'é', 'å', '—', '“', ' ', '.', '我', '\u0301', 'İ', '‿', '\u2060'];
  const texts = ['', '', '', ''].reduce<string[]>(
    (all) => all.flatMap((text) => pieces.map((piece) => text + piece)),
    [''],
  );
  expect(texts).toHaveLength(pieces.length ** 4);
  expect(texts.filter((text) => !isDeepStrictEqual(tokensOf(text), tokensIn(text, 0, text.length)))).toEqual([]);
});
