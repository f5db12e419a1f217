import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How many groups each chapter of ASVS 5.0 has, from V1 on. */
const GROUPS = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];

const [, table = ''] = /<!-- asvs -->([\s\S]*)<!-- \/asvs -->/.exec(readFileSync('docs/threat-model.md', 'utf8')) ?? [];
const rows = table
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, groups = '', , where = '', shown = ''] = line.split('|').map((cell) => cell.trim());
    return { groups, where, shown };
  });

/** `V10.1–V10.7` as seven. */
function eachOf(groups: string): string[] {
  const [, chapter, first, last = first] = /^(V\d+)\.(\d+)(?:–V\d+\.(\d+))?$/.exec(groups) ?? [];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, at) => `${chapter}.${Number(first) + at}`);
}

test('every group of requirements has its row, in order', () => {
  const all = GROUPS.flatMap((count, at) => Array.from({ length: count }, (_, group) => `V${at + 1}.${group + 1}`));
  expect(rows.flatMap(({ groups }) => eachOf(groups))).toEqual(all);
});

test.each(rows)('$groups names a test that is there, or says why it does not apply', ({ where, shown }) => {
  const tests = [...shown.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  expect(tests.filter((path) => !existsSync(path) || !/\.(test\.tsx?|e2e\.ts)$/.test(path))).toEqual([]);
  if (tests.length === 0) expect(where).toMatch(/^Does not apply/);
  const files = [...where.matchAll(/`((?:app|docs|prisma|bench)\/[^`]+)`/g)].map((match) => match[1] ?? '');
  expect(files.filter((path) => !existsSync(path))).toEqual([]);
});
