import { expect, test } from 'vitest';
import { personaFigure, SHAPES, TONES } from './persona-figure.ts';

test('a name has one figure in a thread', () => {
  expect(personaFigure('Quiet Heron', 'abcdefghij234567')).toEqual(personaFigure('Quiet Heron', 'abcdefghij234567'));
});

test('the same name in other threads is drawn anew', () => {
  const figures = Array.from({ length: 50 }, (_, thread) => JSON.stringify(personaFigure('Quiet Heron', `t${thread}`)));
  expect(new Set(figures).size).toBeGreaterThan(35);
});

test('names in one thread seldom share a figure', () => {
  const names = ['Quiet Heron', 'Still Otter', 'Amber Fern', 'Pale Harbour', 'Slow River', 'Grey Lantern', 'High Moss'];
  const figures = names.map((name) => JSON.stringify(personaFigure(name, 'abcdefghij234567')));
  expect(new Set(figures).size).toBe(names.length);
});

test('every tone and shape is drawn, and the two shapes always differ', () => {
  const figures = Array.from({ length: 500 }, (_, n) => personaFigure(`name ${n}`, 'thread'));
  expect(new Set(figures.map(({ tone }) => tone)).size).toBe(TONES);
  expect(new Set(figures.map(({ figure }) => figure)).size).toBe(SHAPES);
  expect(figures.filter(({ figure, second }) => figure === second)).toEqual([]);
});
