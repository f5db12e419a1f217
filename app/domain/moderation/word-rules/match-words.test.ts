import { describe, expect, it } from 'vitest';
import { masked, matcherFor, type WordRule } from './match-words.ts';
import { patternField } from './schema.ts';

const rule = (pattern: string): WordRule => ({
  id: pattern,
  pattern: patternField.parse(pattern),
  effect: 'mask',
  note: null,
});
const found = (pattern: string, text: string) =>
  matcherFor([rule(pattern)])(text).map(({ start, end }) => text.slice(start, end));

describe('a word rule', () => {
  it.each([
    ['quack', 'A quack, a Quack! And QUACKS', ['quack', 'Quack']],
    ['quack*', 'Quackery by quacks', ['Quackery', 'quacks']],
    ['*quack', 'quack megaquack quacks', ['quack', 'megaquack']],
    ['f*l', 'fool fl feel fo0l', ['fool', 'fl', 'feel']],
    ['bad bad', 'bad bad bad\nbad', ['bad bad', 'bad\nbad']],
    ['bad', 'bad bad,bad', ['bad', 'bad', 'bad']],
    ['cafe', 'Café CAFÉ cafe\u0301', ['Café', 'CAFÉ', 'cafe\u0301']],
    ['år', 'Ar år ÅR a\u030Ar ær', ['år', 'ÅR', 'a\u030Ar']],
    ['naiv', 'naïv naiv', ['naïv', 'naiv']],
    ['köp', 'kop köp', ['köp']],
    ["don't", "don’t don't", ['don’t', "don't"]],
    ['buy now', 'Buy  now', ['Buy  now']],
    ['secret', '_secret_ **secret** se\u00ADcret secretly', ['secret', 'secret', 'se\u00ADcret']],
    ['привет', 'Привет, приветик', ['Привет']],
    ['b.d', 'bad b.d', ['b.d']],
    ['a*a*a*a*a*b', 'aaaaaaab aaaaa', ['aaaaaaab']],
  ])('%s matches in “%s”', (pattern, text, matches) => {
    expect(found(pattern, text)).toEqual(matches);
  });

  it('looks through long texts of its own letters, star after star', () => {
    const letters = 'a'.repeat(20_000);
    expect(found('a*a*a*a*a*a*a*a*a*a*a*b', letters)).toEqual([]);
    expect(found('a*a*a*a*a*a*a*a*a*a*a*b', `${letters}b`)).toEqual([`${letters}b`]);
  });

  it.each(['', '*', 'a*', '***', '(a+)+$', 'a\\b', 'x'.repeat(81), '[a]', 'a|b', 'tab\there'])(
    'is refused: “%s”',
    (pattern) => {
      expect(patternField.safeParse(pattern).success).toBe(false);
    },
  );

  it('tells its matches from those of others', () => {
    const text = 'one two three';
    const matches = matcherFor(['two', 'thr*', 'four', 'one two'].map(rule))(text);
    expect(matches.map(({ rule: { pattern }, start, end }) => `${pattern}: ${text.slice(start, end)}`)).toEqual([
      'two: two',
      'thr*: three',
      'one two: one two',
    ]);
  });
});

describe('masking', () => {
  it('turns each letter into a dot and leaves the rest, wherever rules overlap', () => {
    const text = 'Call Dr. Møl-Ås 12 now. 👍';
    expect(masked(text, matcherFor([rule('møl-ås 12'), rule('dr. møl*')])(text))).toBe('Call ••. •••-•• •• now. 👍');
  });
});
