import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { figureOf, successOf, worstTenth, type Scored } from './scores.ts';

const beliefs = (...values: number[]): Float32Array => Float32Array.from(values);

describe('the best guess', () => {
  it('is right, wrong, or right by its share of those that are believed equally', () => {
    expect(successOf(beliefs(0.2, 0.7, 0.1), 0, 3, [1]).guess).toBe(1);
    expect(successOf(beliefs(0.2, 0.7, 0.1), 0, 3, [0]).guess).toBe(0);
    expect(successOf(beliefs(0.4, 0.4, 0.2), 0, 3, [0]).guess).toBe(0.5);
    expect(successOf(beliefs(0.25, 0.25, 0.25, 0.25), 0, 4, [2, 3]).guess).toBe(0.5);
  });

  it('counts what is believed of the truth, all of it where several are right', () => {
    expect(successOf(beliefs(9, 0.5, 0.3, 0.2), 1, 3, [0, 2]).belief).toBeCloseTo(0.7);
  });
});

type Given = Partial<Omit<Scored, 'chance' | 'loot'>> & { chance?: number; loot?: number };

function answered(given: Given): Scored {
  const { chance = 0.1, loot = 0.1, ...rest } = given;
  const success = (value: number) => ({ guess: value, belief: value });
  return {
    seed: 1,
    person: 0,
    trait: 'regular',
    weight: 1,
    ...rest,
    chance: success(chance),
    loot: success(loot),
  };
}

const members = (count: number, of: (person: number) => Given): Scored[] =>
  Array.from({ length: count }, (_, person) => answered({ person, ...of(person) }));

describe('a figure', () => {
  it('is 1, without any doubt, for an attacker to whom the loot says nothing', () => {
    const figure = figureOf(
      members(30, (person) => ({ chance: person / 100, loot: person / 100 })),
      'belief',
      randomFrom(1),
    );
    expect(figure).toMatchObject({ ratio: 1, low: 1, high: 1 });
  });

  it('has the true ratio in its interval, about nineteen times in twenty', () => {
    const random = randomFrom(7);
    const held = Array.from({ length: 60 }, (_, round) => {
      const scored = members(80, () => {
        const chance = random.number() * 0.2;
        return { chance, loot: chance * 1.4 + (random.number() - 0.5) * 0.05 };
      });
      const { low, high } = figureOf(scored, 'belief', randomFrom(round));
      return low <= 1.4 && 1.4 <= high;
    });
    expect(held.filter(Boolean).length).toBeGreaterThan(50);
  });

  it('weighs a persona by its posts, and is wider where few members have all of them', () => {
    const many = members(50, (person) => ({ loot: person % 2 === 0 ? 0.1 : 0.3 }));
    const few = many.map((one) => ({ ...one, weight: one.person < 3 ? 100 : 1 }));
    const width = (scored: Scored[]): number => {
      const { low, high } = figureOf(scored, 'belief', randomFrom(1));
      return high - low;
    };
    expect(width(few)).toBeGreaterThan(2 * width(many));
  });
});

describe('the worst tenth', () => {
  it('finds the group that a leak hits, on worlds that it was not chosen on', () => {
    const scored = [1, 2, 3, 4].flatMap((seed) =>
      members(40, (person) => {
        const isRare = person < 5;
        return { seed, trait: isRare ? 'rare language' : 'regular', loot: isRare ? 0.5 : 0.1 };
      }),
    );
    const worst = worstTenth(scored);
    expect(new Set(worst.map(({ trait }) => trait))).toEqual(new Set(['rare language']));
    expect(figureOf(worst, 'belief', randomFrom(1)).ratio).toBeCloseTo(5);
  });

  it('is no worse than the rest where only luck parts them', () => {
    const random = randomFrom(3);
    const ratios = Array.from({ length: 30 }, () => {
      const scored = [1, 2, 3, 4].flatMap((seed) =>
        members(60, (person) => ({ seed, trait: `group ${person % 8}`, loot: 0.1 * (0.5 + random.number()) })),
      );
      return figureOf(worstTenth(scored), 'belief', randomFrom(1)).ratio;
    });
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    expect(mean).toBeGreaterThan(0.95);
    expect(mean).toBeLessThan(1.05);
  });
});
