import { describe, expect, it } from 'vitest';
import { nextStep, type EarlierSanction } from './next-step.ts';

const DAY = 24 * 3_600_000;
const NOW = new Date(Date.UTC(2030, 4, 6, 12));

const given = (
  kind: EarlierSanction['kind'],
  { days = 7, ago = 30, lifted = false }: { days?: number | null; ago?: number; lifted?: boolean } = {},
): EarlierSanction => {
  const createdAt = new Date(NOW.getTime() - ago * DAY);
  const until = days === null ? null : new Date(createdAt.getTime() + days * DAY);
  return { kind, createdAt, until, liftedAt: lifted ? createdAt : null };
};

describe('the next step', () => {
  it.each([
    ['nothing', [], 'warning 7'],
    ['a note, which the writer does not know of', [given('note', { days: null })], 'warning 7'],
    ['a warning', [given('warning', { days: null })], 'review 7'],
    ['a review of a day', [given('review', { days: 1 })], 'review 30'],
    ['a review without an end', [given('review', { days: null })], 'bar 7'],
    ['a pause of a week', [given('warning'), given('bar')], 'bar 30'],
    ['a pause of a year', [given('bar', { days: 365 })], 'bar always'],
    ['a pause without an end', [given('bar', { days: null })], 'bar always'],
    ['what staff took back', [given('bar', { lifted: true })], 'warning 7'],
    ['what is longer ago than a year', [given('bar', { ago: 366 })], 'warning 7'],
  ])('after %s', (_, earlier, step) => {
    const { kind, length } = nextStep(earlier, NOW);
    expect(`${kind} ${length}`).toBe(step);
  });
});
