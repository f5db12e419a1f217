import { describe, expect, it } from 'vitest';
import { ALIAS_ADJECTIVES, ALIAS_NOUNS } from './alias-words.ts';
import { drawAlias } from './draw-alias.server.ts';

const allPairs = () => ALIAS_ADJECTIVES.flatMap((adjective) => ALIAS_NOUNS.map((noun) => `${adjective} ${noun}`));

describe('drawAlias', () => {
  it('has words enough that two people seldom draw alike, and no word twice', () => {
    expect(new Set(allPairs()).size).toBe(allPairs().length);
    expect(allPairs().length).toBeGreaterThan(15_000);
  });

  it('never gives one that is taken, even when every pair is', () => {
    const taken = new Set(allPairs());
    for (let i = 0; i < 50; i++) {
      const alias = drawAlias(taken);
      expect(taken.has(alias)).toBe(false);
      taken.add(alias);
    }
  });
});
