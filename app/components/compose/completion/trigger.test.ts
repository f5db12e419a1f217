import { describe, expect, it } from 'vitest';
import { triggerAt } from './trigger.ts';

/** `|` stands for the caret. */
const at = (marked: string) => triggerAt(marked.replace('|', ''), marked.indexOf('|'));

describe('what can be completed', () => {
  it.each([
    ['a sign alone names everybody', 'as @|', { kind: 'name', from: 3, typed: '' }],
    ['the first letters of a name', '@qu|', { kind: 'name', from: 0, typed: 'qu' }],
    ['a name of two words', 'a\n(@Quiet He|ron)', { kind: 'name', from: 3, typed: 'Quiet He' }],
    ['a topic', 'see #oosc|', { kind: 'topic', from: 4, typed: 'oosc' }],
    ['the last of several', '@Quiet Heron and @s|', { kind: 'name', from: 17, typed: 's' }],
  ])('%s', (_what, marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it.each([
    ['an address', 'me@example|'],
    ['a heading', '# A|'],
    ['the sign of a heading', '#|'],
    ['a line further on', '@Quiet\n|'],
    ['a sign before a blank', 'at @ home|'],
    ['what stands long before the caret', `@${'a'.repeat(41)}|`],
    ['a word without a sign', 'heron|'],
  ])('is not %s', (_what, marked) => {
    expect(at(marked)).toBeNull();
  });
});
