import { expect, it } from 'vitest';
import type { SynonymGroup } from '../engine.ts';
import { parseQuery } from '../parse-query.ts';
import { compose } from './compose.ts';
import { engineSynonyms } from './synonyms.ts';

const GROUPS: readonly SynonymGroup[] = [
  { id: 'dual', lang: 'en', direction: 'two-way', terms: ['dual roles', 'multiple relationship'] },
  { id: 'shrink', lang: 'en', direction: 'one-way', from: ['shrink'], to: ['therapist'] },
  { id: 't', lang: 'en', direction: 'one-way', from: ['T'], to: ['therapist'], caseSensitive: ['T'] },
  { id: 'bridge', lang: 'en+nb', direction: 'two-way', terms: ['therapist', 'terapeut'] },
  { id: 'adhd', lang: 'en', direction: 'two-way', terms: ['ADHD', 'attention deficit hyperactivity disorder'] },
];
const synonyms = engineSynonyms({ synonyms: GROUPS });
const q = (text: string, chosen: string[] = [], whole = true) =>
  compose({ parsed: parseQuery(text), synonyms, chosen, whole, backwards: false, worthOf: () => 1 }, 'en');
/** What the words of a query find besides themselves. */
const finds = (text: string, chosen: string[] = []) => synonyms.dictionary[q(text, chosen).trim()];

it('the server looks up what it can, in basic forms', () => {
  expect(synonyms.dictionary['dual role']).toEqual(['multipl relationship']);
  expect(synonyms.dictionary['multipl relationship']).toContain('dual role');
  expect(q('dual role ')).toBe('dual role ');
});

it('one way is one way', () => {
  expect(finds('shrink ')).toEqual(['therapist']);
  expect(finds('therapist ')).toEqual(['terapeut']);
});

it('a term that minds its letters is found by them alone', () => {
  expect(finds('T ')).toEqual(['t', 'therapist']);
  expect(q('t ')).toBe('t ');
  expect(synonyms.dictionary['t']).toBeUndefined();
});

it('a bridge is not crossed when a language is chosen', () => {
  expect(q('therapist ')).toBe('therapist ');
  expect(finds('therapist ', ['en'])).toEqual(['therapist']);
});

it('a long term is asked for as a whole, or word by word', () => {
  expect(finds('attention deficit hyperactivity disorder ')).toEqual([
    'adhd',
    'attention deficit hyperactivity disorder',
  ]);
  expect(q('attention deficit hyperactivity disorder ', [], false)).toBe('attention deficit hyperactivity disorder ');
});

it('what stands in for a term is nothing that anybody types', () => {
  expect(q('T ').trim()).toMatch(/^zs[a-p]{12}zs$/);
});
