import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faults } from './en/faults.ts';

/** Schemas and domain functions name faults by text, which no compiler checks against the catalogue. */
function faultsNamedIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/'faults\.(\w+)'/g)])
    .map((match) => match[1] ?? '');
}

test('every fault that the code names has its words', () => {
  const named = new Set(faultsNamedIn('app'));
  expect(named.size).toBeGreaterThan(20);
  expect([...named].filter((key) => !(key in faults))).toEqual([]);
});
