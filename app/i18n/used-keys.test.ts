import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en.ts';

/** Every key, without the endings of plurals. */
function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? prefix + key.replace(/_(zero|one|other)$/, '')
      : keysOf(value as object, `${prefix}${key}.`),
  );
}

/** The program's text, and not that of tests; the catalogues' own too, whose words refer to each other as `$t(key)`. */
const source = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(join('app', file), 'utf8'))
  .join('\n');

const textsOf = (pattern: RegExp): string[] => [...source.matchAll(pattern)].map((match) => match[1] ?? '');

/** Keys that stand whole in the program. */
const named = new Set([...textsOf(/['"](\w+(?:\.[\w-]+)+)['"]/g), ...textsOf(/\$t\(([\w.-]+)\)/g)]);

/** Keys of which a part is filled in, as `area.${kind}Note` or `${key}Note`. */
const patterns = textsOf(/`((?:\w+\.|\$\{[^}`]*\}(?=[A-Z]))(?:[\w.-]|\$\{[^}`]*\})*)`/g)
  .filter((text) => text.includes('${'))
  .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`));

test('every key of the catalogue is used somewhere', () => {
  expect(patterns.length).toBeGreaterThan(20);
  const unused = keysOf(en).filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});
