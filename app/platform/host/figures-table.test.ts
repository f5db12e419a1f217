import { appendFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { FiguresTable } from './figures-table.mjs';

const table = new FiguresTable();
afterEach(() => table.end());

/** A benchmark that hands over `rows` and ends with `status`. */
const handing =
  (rows: object[], status: number | null, signal?: string) =>
  ({ FIGURES_FILE = '' }: Record<string, string>) => {
    for (const row of rows) appendFileSync(FIGURES_FILE, `${JSON.stringify(row)}\n`);
    return { status, signal: signal ?? null };
  };
const through = { isThrough: true };

test('the figures of several benchmarks end in one table, with what broke off', () => {
  const kept = { about: 'pages', what: 'kept', value: '0.05 ms', bar: '60 %', isMet: true, ofBare: 0.71 };
  const told = { about: 'pages', what: 'before', value: '1 ms', growth: 1.05 };
  const slow = { about: 'merge', what: 'the merge', value: '9 s', bar: '5 s', isMet: false };
  expect(table.gather('pages', handing([kept, told, through], 0))).toBe(true);
  expect(table.gather('merge', handing([slow, through], 1))).toBe(false);
  expect(table.gather('queue', handing([], 1))).toBe(false);
  expect(table.gather('seal', handing([{ ...told, about: 'seal' }], null, 'SIGKILL'))).toBe(false);
  expect(table.end().split('\n')).toEqual([
    '                                 figure    bar   met   of bare   growth',
    'pages',
    '  kept                          0.05 ms   60 %   yes      71 %',
    '  before                           1 ms                          1.05 ×',
    'merge',
    '  the merge                         9 s    5 s    NO',
    'queue',
    '  did not come to its end   exit code 1           NO',
    'seal',
    '  before                           1 ms                          1.05 ×',
    '  did not come to its end       SIGKILL           NO',
    '1 of 4 bars met',
  ]);
});
