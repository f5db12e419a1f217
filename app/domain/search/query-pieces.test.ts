import { expect, test } from 'vitest';
import { withLess } from './query-pieces.ts';

test('each word in turn is left out', () => {
  expect(withLess('late fee letter')).toEqual(['fee letter', 'late letter', 'late fee']);
});

test('a phrase is one piece, and its words without the marks come first', () => {
  expect(withLess('"late fee" letter')).toEqual(['late fee letter', 'letter', '"late fee"']);
  expect(withLess('«sen avbestilling»')).toEqual(['sen avbestilling']);
});

test('what must not occur can be left out too', () => {
  expect(withLess('fee -"sliding scale" -late')).toContain('fee -late');
});

test('one word has nothing to leave out, and a long text is not tried piece by piece', () => {
  expect(withLess('fee')).toEqual([]);
  expect(withLess('')).toEqual([]);
  expect(withLess('a b c d e f g h i')).toEqual([]);
});

test('a mark that is never closed is a mark less', () => {
  expect(withLess('"late')).toEqual(['late']);
});
