import { expect, test } from 'vitest';
import { isUrgent } from './urgent-words.ts';

test.each([
  'client is suicidal between sessions',
  'Self-harm and confidentiality',
  'i want to die',
  'she wants to kill herself',
  'selvmordstanker',
  'jeg vil ikke leve mer',
  'jeg vil dø',
  'crisis line',
])('"%s" is shown where help is', (words) => {
  expect(isUrgent(words)).toBe(true);
});

test.each(['late cancellation fee', 'endings', 'therapist ended it', 'gave fra en klient', 'jeg vil dømme mindre'])(
  '"%s" is an ordinary search',
  (words) => {
    expect(isUrgent(words)).toBe(false);
  },
);
