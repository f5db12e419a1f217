import { describe, expect, it } from 'vitest';
import { randomFrom, type Random } from '../random.ts';
import { believe, learn, solve, UNSCHOOLED, type Lesson } from './choice-model.ts';
import { Evidence } from './evidence.ts';

const CASES = 120;
const CANDIDATES = 12;

/** Questions whose answers a hint points at as strongly as `strength` says; `noise` says nothing. */
function lesson(random: Random, strength: number): Lesson {
  const allowed = new Uint8Array(CASES * CANDIDATES).fill(1);
  const evidence = new Evidence({ cases: CASES, candidates: CANDIDATES, allowed });
  const right = Array.from({ length: CASES }, () => random.below(CANDIDATES));
  evidence.add('hint', (i, a) => random.normal() + (right[i] === a ? strength : 0));
  evidence.add('noise', () => random.normal());
  return {
    question: evidence.question,
    columns: evidence.columns,
    answers: right.map((answer) => [answer]),
    groups: right.map((_, i) => i % 30),
    offset: new Float32Array(CASES * CANDIDATES),
  };
}

const share = (taught: Lesson, weights: ReadonlyMap<string, number>): number => {
  const beliefs = believe(taught, weights);
  return taught.answers.reduce((sum, [right = 0], i) => sum + (beliefs[i * CANDIDATES + right] ?? 0), 0) / CASES;
};

describe('what is learned', () => {
  it('is how much a hint is worth, in the model that it was drawn from', () => {
    // Normal hints with a shifted mean have exactly the shift as their weight.
    const weights = learn([lesson(randomFrom(1), 1.5), lesson(randomFrom(2), 1.5)], () => true, {
      screen: false,
      school: UNSCHOOLED,
    });
    expect(weights.get('hint')).toBeGreaterThan(1.2);
    expect(weights.get('hint')).toBeLessThan(1.8);
    expect(Math.abs(weights.get('noise') ?? 0)).toBeLessThan(0.3);
  });

  it('helps with questions that it was not learned from', () => {
    const weights = learn([lesson(randomFrom(1), 1.5)], () => true, { screen: true, school: UNSCHOOLED });
    const unseen = lesson(randomFrom(9), 1.5);
    expect(share(unseen, weights)).toBeGreaterThan(2 * share(unseen, new Map()));
  });

  it('uses no answer that may not be used', () => {
    const taught = lesson(randomFrom(1), 1.5);
    const isTaught = (_: number, i: number): boolean => i < 60;
    const other = { ...taught, answers: taught.answers.map((right, i) => (i < 60 ? right : [0])) };
    expect(learn([taught], isTaught, { screen: false, school: UNSCHOOLED })).toEqual(
      learn([other], isTaught, { screen: false, school: UNSCHOOLED }),
    );
  });

  it('begins from what was learned at school, and goes by what it sees', () => {
    const school = new Map([
      ['hint', 1.5],
      ['noise', 0],
      ['never met', 9],
    ]);
    const few = (_: number, i: number): boolean => i < 4;
    expect(learn([lesson(randomFrom(1), 1.5)], few, { screen: true, school }).get('hint')).toBeGreaterThan(1);
    expect(learn([lesson(randomFrom(1), 0)], () => true, { screen: true, school }).get('hint')).toBeLessThan(0.3);
  });

  it('leaves out what only looks as if it said something, nearly always', () => {
    const heard = Array.from({ length: 40 }, (_, seed) =>
      learn([lesson(randomFrom(100 + seed), 0)], () => true, { screen: true, school: UNSCHOOLED }),
    );
    expect(heard.filter((weights) => weights.size > 0).length).toBeLessThan(6);
  });
});

describe('what is believed', () => {
  it('sums to 1 over the candidates that come into question, and leaves the others out', () => {
    const taught = lesson(randomFrom(1), 1);
    taught.question.allowed[3] = 0;
    const beliefs = believe(taught, new Map([['hint', 0.7]])).subarray(0, CANDIDATES);
    expect(beliefs.reduce((sum, belief) => sum + belief, 0)).toBeCloseTo(1);
    expect(beliefs[3]).toBe(0);
  });

  it('begins from what was believed before', () => {
    const taught = lesson(randomFrom(1), 1);
    taught.offset[5] = 20;
    expect(believe(taught, new Map())[5]).toBeCloseTo(1);
  });
});

it('solves linear equations', () => {
  const found = solve(
    [
      [4, 1, 0],
      [1, 3, 1],
      [0, 1, 2],
    ],
    [6, 10, 8],
  );
  expect(found.map((value) => Math.round(value * 1000) / 1000)).toEqual([1, 2, 3]);
});
