import { expect, it } from 'vitest';
import { randomFrom, WordChain } from './word-chain.ts';

const TEXTS = [
  'My therapist wrote to me at night. I did not know what to say to her.',
  'I wrote to my client at night. She did not know what I meant.',
  'What do you say to a client at night? I wrote to her and she did not answer.',
];

it('makes sentences out of words that stand side by side, and none that is there', () => {
  const chain = new WordChain(TEXTS, randomFrom(1));
  const known = TEXTS.join(' ').split(/(?<=[.?])\s/);
  const pairs = new Set(known.flatMap((text) => text.split(' ').map((word, at, all) => `${word} ${all[at + 1]}`)));
  for (let made = 0; made < 200; made += 1) {
    const sentence = chain.sentence(20);
    expect(known).not.toContain(sentence);
    const words = sentence.split(' ');
    words.slice(0, -1).forEach((word, at) => expect(pairs).toContain(`${word} ${words[at + 1]}`));
  }
});

it('makes the same from the same seed, and something else from another', () => {
  const text = (seed: number) => new WordChain(TEXTS, randomFrom(seed)).text(50);
  expect(text(7)).toBe(text(7));
  expect(text(7)).not.toBe(text(8));
});

it('takes no long stretch out of one place where its words stand in others too', () => {
  const letters = 'abcdefghijklmnopqrst'.split('');
  const texts = [letters.join(' '), [...letters].reverse().join(' ')];
  const chain = new WordChain(texts, randomFrom(3));
  for (let made = 0; made < 50; made += 1) {
    expect(texts.some((text) => text.includes(chain.sentence(20)))).toBe(false);
  }
});
