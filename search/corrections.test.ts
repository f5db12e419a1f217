import { expect, it } from 'vitest';
import { lettersMissing, lettersOf, oneSlipFrom, slipsBetween } from './corrections.ts';

it.each([
  ['therapsit', 'therapist'],
  ['terapist', 'therapist'],
  ['theerapist', 'therapist'],
  ['thetapist', 'therapist'],
  ['pårorende', 'pårørende'],
])('%s is one slip from %s', (typed, meant) => {
  expect(oneSlipFrom(typed)).toContain(meant);
  expect(slipsBetween(typed, meant, 2)).toBe(1);
});

it('a word is no slip of itself', () => {
  expect(oneSlipFrom('gift')).not.toContain('gift');
  expect(slipsBetween('gift', 'gift', 2)).toBe(0);
});

it.each([
  ['confidentalty', 'confidentiality', 2],
  ['gift', 'lift', 1],
  ['ab', 'ba', 1],
  ['gift', 'therapist', 3],
])('%s and %s are %i slips apart, or more', (one, other, slips) => {
  expect(slipsBetween(one, other, 2)).toBe(slips);
});

it.each([
  ['therapist', 'therapsit', 0],
  ['therapist', 'terapist', 1],
  ['lift', 'gift', 1],
  ['aaa', 'a', 0],
  ['abc', 'xyz', 3],
])('of %s, %s lacks at least %i letters', (word, other, missing) => {
  expect(lettersMissing(lettersOf(word), lettersOf(other))).toBe(missing);
});

it('no word lacks more letters of another than slips lie between them', () => {
  for (const slip of oneSlipFrom('pårørende')) {
    const missing = [
      lettersMissing(lettersOf('pårørende'), lettersOf(slip)),
      lettersMissing(lettersOf(slip), lettersOf('pårørende')),
    ];
    expect(Math.max(...missing), slip).toBeLessThanOrEqual(1);
  }
});
