import { expect, it } from 'vitest';
import { oneSlipFrom, slipsBetween } from './corrections.ts';

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
