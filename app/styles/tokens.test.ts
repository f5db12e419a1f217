import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAPER } from '#app/platform/theme.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Token → its colour in each scheme. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1],
    { light: match[2] as string, dark: match[3] as string },
  ]),
);

/** Text, and what it stands on. */
const READ_ON: readonly [string, readonly string[]][] = [
  ['ink', ['paper', 'sheet', 'accent-soft', 'client-soft', 'practitioner-soft', 'other-soft', 'warn-soft', 'mark']],
  ['ink-soft', ['paper', 'sheet', 'accent-soft', 'other-soft']],
  ['accent', ['paper', 'sheet', 'accent-soft']],
  ['accent-ink', ['accent']],
  ['client', ['paper', 'sheet', 'client-soft']],
  ['practitioner', ['paper', 'sheet', 'practitioner-soft']],
  ['other', ['paper', 'sheet', 'other-soft']],
  ['warn', ['paper', 'sheet', 'warn-soft']],
  ['paper', ['ink', 'warn']],
  ['added', ['added-soft']],
];

// WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function colour(token: string, scheme: 'light' | 'dark'): string {
  const found = tokens.get(token);
  if (!found) throw new Error(`no colour --${token} in tokens.css`);
  return found[scheme];
}

test('what browsers draw around a page has the colour of its paper', () => {
  expect(tokens.get('paper')).toEqual(PAPER);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`text can be read on all it stands on, in ${scheme}`, () => {
    const weak = READ_ON.flatMap(([text, grounds]) =>
      grounds
        .map((ground) => ({ text, ground, ratio: contrast(colour(text, scheme), colour(ground, scheme)) }))
        .filter(({ ratio }) => ratio < 4.5),
    );
    expect(weak).toEqual([]);
  });

  test(`the edges of controls and the persona marks can be told from the paper, in ${scheme}`, () => {
    const tones = ['line-strong', ...[1, 2, 3, 4, 5, 6].map((tone) => `tone-${tone}`)];
    const weak = tones
      .map((tone) => ({ tone, ratio: contrast(colour(tone, scheme), colour('paper', scheme)) }))
      .filter(({ ratio }) => ratio < 3);
    expect(weak).toEqual([]);
  });
}
