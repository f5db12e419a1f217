import { describe, expect, it } from 'vitest';
import type { SynonymGroup } from '#search/engine.ts';
import { SHIPPED_SETTINGS } from '#search/settings.ts';
import { checkGroup } from './check-group.ts';

const twoWay = (terms: string[], caseSensitive?: string[]): SynonymGroup => ({
  ...{ id: 'own', lang: 'en', direction: 'two-way', terms },
  ...(caseSensitive && { caseSensitive }),
});
const oneWay = (from: string[], to: string[], caseSensitive?: string[]): SynonymGroup => ({
  ...{ id: 'own', lang: 'nb', direction: 'one-way', from, to },
  ...(caseSensitive && { caseSensitive }),
});
const many = (count: number, term = 'word') => Array.from({ length: count }, (_, index) => `${term}${index}`);

describe('a group of synonyms', () => {
  it.each([
    ['two of the same', twoWay(['gift', 'present', 'gift']), 'terms', 'synonymTwice'],
    ['a single term', twoWay(['gift']), 'terms', 'synonymTwo'],
    ['nothing to lead to', oneWay(['shrink'], []), 'to', 'synonymOne'],
    ['more than fifty', twoWay(many(51)), 'terms', 'synonymsMany'],
    ['a sentence', twoWay(['gift', 'one two three four five six seven eight nine']), 'terms', 'synonymWords'],
    ['a term without a word', twoWay(['gift', '!?']), 'terms', 'synonymWordless'],
    ['a very long term', twoWay(['gift', 'g'.repeat(81)]), 'terms', 'synonymLong'],
    ['a bare letter both ways', twoWay(['therapist', 'T'], ['T']), 'terms', 'synonymLetterTo'],
    ['a bare letter to lead to', oneWay(['therapist'], ['T'], ['T']), 'to', 'synonymLetterTo'],
    ['a small letter', oneWay(['t'], ['therapist']), 'caseSensitive', 'synonymLetterCase'],
    ['one that leads to itself', oneWay(['shrink'], ['therapist', 'Shrink']), 'to', 'synonymItself'],
    ['case of another word', twoWay(['GP', 'doctor'], ['gp']), 'caseSensitive', 'synonymCaseUnknown'],
  ])('is not %s', (_, group, field, fault) => {
    expect(checkGroup(group, [])).toMatchObject({ kind: 'refused', field, fault: `faults.${fault}` });
  });

  it('may be what it says, with a letter that counts in capitals', () => {
    expect(checkGroup(twoWay(['dual role', 'multiple relationship', 'OOSC'], ['OOSC']), [])).toBeNull();
    expect(checkGroup(oneWay(['T'], ['therapist'], ['T']), [])).toBeNull();
  });

  it('is counted with the others in which its terms stand', () => {
    const others = [{ ...twoWay(['gift', ...many(30)]), id: 'a' }];
    expect(checkGroup(twoWay(['gift', ...many(20, 'other')]), others)).toBeNull();
    expect(checkGroup(twoWay(['gift', ...many(21, 'other')]), others)).toMatchObject({
      ...{ fault: 'faults.synonymsFull' },
      values: { term: 'gift', phrases: 51 },
    });
    const long = many(26).map((word) => `${word} of four words`);
    expect(checkGroup(oneWay(['gave'], long), [])).toMatchObject({ values: { phrases: 26, words: 104 } });
  });

  it('as it is shipped has no fault', () => {
    const { synonyms } = SHIPPED_SETTINGS;
    const faults = synonyms.flatMap((group) => {
      const refusal = checkGroup(
        group,
        synonyms.filter(({ id }) => id !== group.id),
      );
      return refusal ? [{ id: group.id, ...refusal }] : [];
    });
    expect(faults).toEqual([]);
  });
});
