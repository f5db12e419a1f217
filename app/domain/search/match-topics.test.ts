import { expect, test } from 'vitest';
import { matchTopics } from './match-topics.ts';

const TOPICS = [
  { slug: 'contact', names: ['Contact outside sessions', 'Kontakt utenom timene'] },
  { slug: 'policies', names: ['Out-of-session contact policies', 'OOSC', 'between-session contact'] },
  { slug: 'fees', names: ['Fees and payment', 'late cancellation fee'] },
];
const found = (typed: string) => matchTopics(TOPICS, typed, 5).map(({ topic, by }) => [topic.slug, by]);

test('an abbreviation finds its topic, in any letters, finished or not', () => {
  expect(found('oosc')).toEqual([['policies', 'OOSC']]);
  expect(found('OO')).toEqual([['policies', 'OOSC']]);
});

test('a name that begins so comes before one that only holds the words', () => {
  expect(found('contact')).toEqual([
    ['contact', null],
    ['policies', null],
  ]);
});

test('every word must begin a word of one name, in any order; the other language counts', () => {
  expect(found('fee canc')).toEqual([['fees', 'late cancellation fee']]);
  expect(found('fee gift')).toEqual([]);
  expect(found('utenom')).toEqual([['contact', 'Kontakt utenom timene']]);
});

test('what holds no word finds nothing', () => {
  expect(found('')).toEqual([]);
  expect(found('%_"—')).toEqual([]);
});
