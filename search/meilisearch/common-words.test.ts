import { expect, it } from 'vitest';
import { CommonWords } from './common-words.ts';

it('keeps what is common for ten minutes, and nothing rare', () => {
  const words = new CommonWords();
  words.note('mother', 1_000, 0);
  words.note('zeppelin', 999, 0);
  expect([words.docsOf('mother', 599_999), words.docsOf('zeppelin', 0)]).toEqual([1_000, undefined]);
  expect(words.docsOf('mother', 600_000)).toBe(undefined);
});

it('begins anew before it grows without end', () => {
  const words = new CommonWords();
  for (let nth = 0; nth <= 5_000; nth += 1) words.note(`word${nth}`, 2_000, 0);
  expect([words.docsOf('word0', 1), words.docsOf('word5000', 1)]).toEqual([undefined, 2_000]);
});
