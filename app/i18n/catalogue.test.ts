import { expect, test } from 'vitest';
import { en } from './en.ts';
import { nb } from './nb.ts';

/** Every key with its words, as "area.key" → words. */
function flatten(words: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') flat.set(path, value);
    else for (const entry of flatten(value as object, path)) flat.set(...entry);
  }
  return flat;
}

const variablesOf = (words: string): string[] =>
  [...new Set([...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();

const english = flatten(en);
const norwegian = flatten(nb);

test('bokmål has exactly the keys of English', () => {
  expect([...norwegian.keys()].sort()).toEqual([...english.keys()].sort());
});

test('both languages fill in the same things', () => {
  for (const [key, words] of english) {
    expect({ key, variables: variablesOf(norwegian.get(key) ?? '') }).toEqual({ key, variables: variablesOf(words) });
  }
});

test('no words are empty', () => {
  const empty = [...english, ...norwegian].filter(([, words]) => words.trim() === '').map(([key]) => key);
  expect(empty).toEqual([]);
});
