import { expect, it } from 'vitest';
import { slipsBetween } from '../corrections.ts';
import { basicForm } from './basic-form.ts';

it.each([
  [['session', 'sessions']],
  [['boundary', 'boundaries']],
  [['class', 'classes']],
  [['fee', 'fees']],
  [['text', 'texts', 'texting', 'texted']],
  [['raise', 'raises', 'raised', 'raising']],
  [['hope', 'hopes', 'hoped', 'hoping']],
  [['stop', 'stops', 'stopped', 'stopping']],
  [['marry', 'marries', 'married', 'marrying']],
  [['feel', 'feels', 'feeling', 'feelings']],
])('%j share one form in English', (words) => {
  expect(new Set(words.map((word) => basicForm(word, 'en')))).toHaveLength(1);
});

it.each([
  [['pasient', 'pasienten', 'pasienter', 'pasientene', 'pasientens']],
  [['telefon', 'telefonen', 'telefoner', 'telefonene']],
  [['gave', 'gaven', 'gaver', 'gavene']],
  [['time', 'timen', 'timer', 'timene']],
  [['barn', 'barnet', 'barna', 'barnas']],
])('%j share one form in Norwegian', (words) => {
  expect(new Set(words.map((word) => basicForm(word, 'nb')))).toHaveLength(1);
});

it.each(['this', 'stress', 'thing', 'bring', 'need', 'bus', 'is', 'nb2s', 'тексты'])('%s is left as it is', (word) => {
  expect(basicForm(word, 'en')).toBe(word);
});

it.each([
  ['therapsits', 'therapists'],
  ['exppected', 'expected'],
  ['relatoinships', 'relationships'],
])('the slip in %s is one slip still', (typed, meant) => {
  expect(slipsBetween(basicForm(typed, 'en'), basicForm(meant, 'en'), 2)).toBe(1);
});
