import { expect, it } from 'vitest';
import { randomFrom, WordChain } from './word-chain.ts';

const TEXTS = [
  'My therapist wrote to me at night. I did not know what to say to her.',
  'I wrote to my client at night. She did not know what I meant.',
  'What do you say to a client at night? I wrote to her and she did not answer.',
];

it('makes sentences out of three words that stand side by side, and none that is there', () => {
  const chain = new WordChain(TEXTS, randomFrom(1));
  const known = TEXTS.join(' ').split(/(?<=[.?])\s/);
  const threes = new Set(known.flatMap((text) => threesOf(text.split(' '))));
  for (let made = 0; made < 200; made += 1) {
    const sentence = chain.sentence(20);
    expect(known).not.toContain(sentence);
    for (const three of threesOf(sentence.split(' '))) expect(threes).toContain(three);
  }
});

it('makes the same from the same seed, and something else from another', () => {
  const text = (seed: number) => new WordChain(TEXTS, randomFrom(seed)).text(50);
  expect(text(7)).toBe(text(7));
  expect(text(7)).not.toBe(text(8));
});

function threesOf(words: readonly string[]): string[] {
  return words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
}
