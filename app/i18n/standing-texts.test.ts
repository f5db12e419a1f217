import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Help is not the same everywhere: `help-now` differs on purpose. */
const NAMES = ['guidelines', 'keys', 'privacy'] as const;

/** A text's bones: its headings, points and paragraphs in their order, with what is stressed and linked in each. */
function bonesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const kind = /^(#+|-|\d+\.)/.exec(line)?.[1] ?? 'paragraph';
      const links = [...line.matchAll(/\]\((\/[^)]*)\)/g)].map(([, path]) => path);
      return [kind, `${line.split('**').length - 1} stresses`, ...links].join(' ');
    });
}

it.each(NAMES)('%s says the same things in both languages, in the same order', (name) => {
  expect(bonesOf(`app/i18n/${name}.nb.md`)).toEqual(bonesOf(`app/i18n/${name}.en.md`));
});
