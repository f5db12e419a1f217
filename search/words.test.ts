import { expect, it } from 'vitest';
import { tokensOf, wordsOf } from './words.ts';

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

it('finds the same words whether what stands between them is quickly told apart or not', () => {
  const text = `Can't; "I WON'T", (he’d) Fiancé/naïve—ﬁnal… Påørende:ÆØÅ.ok a\u030a 12-step İs \u212aelvin 我的ok x_y 5µg 1ª 'tis o' d'Or—${'a'.repeat(70)}`;
  const slowly = text.replace(/[^A-Za-z0-9'\u0080-\uffff]/g, '…');
  expect(tokensOf(text)).toEqual(tokensOf(slowly));
  expect(wordsOf(text)).toEqual(tokensOf(slowly).map(({ word }) => word));
});
